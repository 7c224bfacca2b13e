package org.sampan.mailserver.post;

/**
 * What becomes of a post. Every reason is put into words by {@link ReasonTexts}, in the language of whoever reads it.
 */
public sealed interface Verdict {
    /** On to the subscribers. */
    record Accept() implements Verdict {}

    /** To the moderators. */
    record Hold(Reason reason) implements Verdict {}

    /**
     * Refused in the SMTP session.
     *
     * @param status enhanced status code, RFC 3463: {@code 5.7.1}
     */
    record Reject(String status, Reason reason) implements Verdict {}

    /** Taken and dropped; the reason is logged. */
    record Discard(Reason reason) implements Verdict {}
}
