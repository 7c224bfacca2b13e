package org.sampan.mailserver.smtp;

import java.util.regex.Pattern;

/**
 * What the other server said, RFC 5321 section 4.2.
 *
 * @param code three digits
 * @param text its own words, the lines joined by a blank; without control characters, at most {@value #LONGEST} characters
 */
public record SmtpReply(int code, String text) {
    static final int LONGEST = 500;
    private static final Pattern STATUS = Pattern.compile("[245]\\.\\d{1,3}\\.\\d{1,3}\\b");

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

    /**
     * The server wants less mail from us: 421, or status 4.7.x (RFC 3463); servers that give no status say it with 450 or 451.
     */
    public boolean asksForPatience() {
        return isClosing()
                || isTransient() && text.startsWith("4.7.")
                || (code == 450 || code == 451) && !STATUS.matcher(text).lookingAt();
    }

    @Override
    public String toString() {
        return text.isEmpty() ? Integer.toString(code) : code + " " + text;
    }
}
