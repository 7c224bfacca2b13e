package org.sampan.mailserver.delivery;

import java.time.Instant;

/**
 * How a send was stopped.
 *
 * @param by who did, as to be shown; empty: it paused itself, since too many copies were refused
 */
public record Halt(String by, Instant at) {
    /** What is said to have paused whatever {@code delivery.hold} paused. */
    static final String BY_SETTING = "delivery.hold";

    /** Characters of the longest name. */
    public static final int LONGEST_NAME = 200;

    /** @throws IllegalArgumentException when the name is too long or not printable */
    static String requireName(String by) {
        if (by.isBlank() || by.length() > LONGEST_NAME || by.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "by: 1 to " + LONGEST_NAME + " characters, none of them a control character");
        }
        return by;
    }
}
