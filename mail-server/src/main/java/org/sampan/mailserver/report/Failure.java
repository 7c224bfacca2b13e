package org.sampan.mailserver.report;

/**
 * What became of one copy, in the other server's words.
 *
 * @param status enhanced status code (RFC 3463); may be empty
 * @param words one line of at most {@value #LONGEST} characters; may be empty
 * @param server the server that refused, lower case; may be empty
 */
public record Failure(FailureKind kind, String status, String words, String server) {
    static final int LONGEST = 500;

    /** Cuts the words to one line. */
    public Failure {
        String line = words.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        words = line.length() > LONGEST ? line.substring(0, LONGEST) : line;
    }
}
