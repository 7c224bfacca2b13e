package org.sampan.console.backup;

import java.io.IOException;
import java.io.StringReader;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.sampan.console.postgres.EmbeddedPostgres;

/**
 * What a backup says of itself in its first entry.
 *
 * @param domain of the lists
 * @param postgres the version whose database is in it, like {@code 18.1 on amd64}; empty: the database is elsewhere
 */
public record BackupLabel(Instant madeAt, String domain, Optional<String> postgres) {

    static final String NAME = "sampan-backup.properties";
    private static final String FORMAT = "1";

    String text() {
        return "format=" + FORMAT + "\nmadeAt=" + madeAt + "\ndomain=" + domain + "\npostgres=" + postgres.orElse("")
                + "\n";
    }

    /** @throws BackupException when this Sampan cannot read what such a label is on */
    static BackupLabel read(String text) {
        Properties lines = new Properties();
        try {
            lines.load(new StringReader(text));
            if (!lines.getProperty("format", "").equals(FORMAT)) {
                throw new BackupException("this backup is of format " + lines.getProperty("format", "?")
                        + ", and this Sampan knows " + FORMAT + ": take the Sampan that made it, or a newer one");
            }
            return new BackupLabel(
                    Instant.parse(lines.getProperty("madeAt", "")),
                    lines.getProperty("domain", ""),
                    Optional.of(lines.getProperty("postgres", "")).filter(version -> !version.isEmpty()));
        } catch (IOException | DateTimeException | IllegalArgumentException unreadable) {
            throw new BackupException("this is no backup of Sampan: its label cannot be read", unreadable);
        }
    }

    /** The files of a database are read by the same major version on the same kind of machine only. */
    void requireReadableHere() {
        String here = EmbeddedPostgres.version();
        if (postgres.isPresent() && !kind(postgres.get()).equals(kind(here))) {
            throw new BackupException("the database in this backup is of PostgreSQL " + postgres.get()
                    + ", and this machine has " + here
                    + ": restore it with the Sampan that made it, on such a machine");
        }
    }

    /** {@code 18.1 on amd64}: major version and machine. */
    private static String kind(String version) {
        return version.replaceFirst("\\.[0-9.]*", "");
    }
}
