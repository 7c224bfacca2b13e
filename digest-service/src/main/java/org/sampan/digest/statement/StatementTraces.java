package org.sampan.digest.statement;

import java.util.List;
import java.util.Locale;
import org.sampan.digest.mailserver.ListAddress;

/** Where the {@link Traces} of texts that are out were met. Safe for many threads and nodes. */
public interface StatementTraces {

    /** Versions that are out and of which no traces are kept yet. */
    List<VersionId> untraced();

    /** Keeps those of all its texts and files; doing it again changes nothing. */
    void keep(StatementVersion version);

    /**
     * Texts that share traces with some letters, those that share most first.
     *
     * @param lists only what goes to one of these; of what goes to others not even the time it takes tells anything
     */
    List<Match> find(String letters, List<ListAddress> lists, int limit);

    /** Versions with this file that go to one of these lists, the newest first. */
    List<VersionId> withFile(String sha256, List<ListAddress> lists);

    /**
     * A text that shares something.
     *
     * @param shared how much of it, from 0 to 1
     */
    record Match(VersionId version, Locale language, double shared) {}
}
