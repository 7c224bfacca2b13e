package org.sampan.digest.statement;

import java.util.List;
import java.util.Locale;

/** Where the {@link Traces} of texts that are out were met. Safe for many threads and nodes. */
public interface StatementTraces {

    /** Versions that are out and of which no traces are kept yet. */
    List<VersionId> untraced();

    /** Keeps those of all its texts; doing it again changes nothing. */
    void keep(StatementVersion version);

    /** Texts that share traces with some letters, those that share most first. */
    List<Match> find(String letters, int limit);

    /** Versions with this file, the newest first. */
    List<VersionId> withFile(String sha256);

    /**
     * A text that shares something.
     *
     * @param shared how much of it, from 0 to 1
     */
    record Match(VersionId version, Locale language, double shared) {}
}
