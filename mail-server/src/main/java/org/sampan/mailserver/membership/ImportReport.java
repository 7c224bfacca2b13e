package org.sampan.mailserver.membership;

import java.util.List;

/**
 * What became of a file of members, as REST shows it.
 *
 * @param read lines with something in them, without the header
 * @param problems of the lines that were left out, the first {@value #MOST_PROBLEMS}
 */
public record ImportReport(
        long read, long added, long updated, long unchanged, long rejected, List<LineProblem> problems) {
    static final int MOST_PROBLEMS = 1000;

    /**
     * @param line counted from 1, the header's
     * @param email as it stands in the file
     */
    public record LineProblem(long line, String email, String reason) {}
}
