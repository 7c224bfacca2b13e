package org.sampan.mailserver.delivery;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What another server's refusal is about: the subject of its enhanced status code (RFC 3463 section 3), else what its code says. */
public enum RefusalClass {
    ADDRESS,
    MAILBOX,
    SYSTEM,
    NETWORK,
    PROTOCOL,
    CONTENT,
    POLICY,
    OTHER;

    private static final Pattern ENHANCED = Pattern.compile("^[245]\\d\\d[ -][245]\\.([1-7])\\.\\d{1,3}\\b");

    /** @param reply begins with a code: {@code 550 5.1.1 unknown user} */
    public static RefusalClass of(String reply) {
        Matcher enhanced = ENHANCED.matcher(reply);
        if (enhanced.find()) {
            return values()[Integer.parseInt(enhanced.group(1)) - 1];
        }
        return switch (reply.length() < 3 ? "" : reply.substring(0, 3)) {
            case "550", "551", "553" -> ADDRESS;
            case "450", "452", "552" -> MAILBOX;
            case "421", "451" -> SYSTEM;
            case "500", "501", "502", "503", "504", "555" -> PROTOCOL;
            case "554" -> POLICY;
            default -> OTHER;
        };
    }
}
