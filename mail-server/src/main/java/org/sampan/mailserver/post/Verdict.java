package org.sampan.mailserver.post;

/**
 * What becomes of a post. Every reason is a sentence the sender, or a moderator, understands; it is one line of ASCII, since it
 * travels in SMTP replies.
 */
public sealed interface Verdict {
    /** On to the subscribers. */
    record Accept() implements Verdict {}

    /** To the moderators. */
    record Hold(String reason) implements Verdict {}

    /**
     * Refused in the SMTP session.
     *
     * @param status enhanced status code, RFC 3463: {@code 5.7.1}
     */
    record Reject(String status, String reason) implements Verdict {}

    /** Taken and dropped; the reason is logged. */
    record Discard(String reason) implements Verdict {}
}
