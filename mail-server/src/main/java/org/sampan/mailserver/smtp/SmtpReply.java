package org.sampan.mailserver.smtp;

/**
 * What the other server said, RFC 5321 section 4.2.
 *
 * @param code three digits
 * @param text its own words, the lines joined by a blank; without control characters, at most {@value #LONGEST} characters
 */
public record SmtpReply(int code, String text) {
    static final int LONGEST = 500;

    public SmtpReply {
        String clean = text.replaceAll("\\p{Cntrl}", " ").strip();
        text = clean.length() > LONGEST ? clean.substring(0, LONGEST) : clean;
    }

    public boolean isPositive() {
        return code >= 200 && code < 300;
    }

    /** Not now: try again later. */
    public boolean isTransient() {
        return code >= 400 && code < 500;
    }

    /** The server closes the connection, whatever was asked (RFC 5321 section 3.8). */
    public boolean isClosing() {
        return code == 421;
    }

    @Override
    public String toString() {
        return text.isEmpty() ? Integer.toString(code) : code + " " + text;
    }
}
