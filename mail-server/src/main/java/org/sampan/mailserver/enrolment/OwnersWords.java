package org.sampan.mailserver.enrolment;

import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Problem;

/** What owners say to somebody in their own words, as it comes over REST. */
final class OwnersWords {
    private static final int LONGEST = 2000;

    private static final int LONGEST_NAME = 320;

    private OwnersWords() {}

    /**
     * Who says it, in one line.
     *
     * @throws Problem 400 when it is too long or not printable
     */
    static String name(String field, @Nullable String text) {
        String name = text == null ? "" : text.strip();
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            throw Problem.badField(
                    field, field + ": at most " + LONGEST_NAME + " characters, none of them a control character");
        }
        return name;
    }

    /** @throws Problem 400 when there are too many */
    static String of(String field, @Nullable String text) {
        String words = text == null ? "" : text.strip();
        if (words.length() > LONGEST) {
            throw Problem.badField(field, field + ": at most " + LONGEST + " characters");
        }
        return words;
    }
}
