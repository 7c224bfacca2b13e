package org.sampan.mailserver.enrolment;

import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.admin.Problem;

/** What owners say to somebody in their own words, as it comes over REST. */
final class OwnersWords {
    private static final int LONGEST = 2000;

    private OwnersWords() {}

    /** @throws Problem 400 when there are too many */
    static String of(String field, @Nullable String text) {
        String words = text == null ? "" : text.strip();
        if (words.length() > LONGEST) {
            throw Problem.badField(field, field + ": at most " + LONGEST + " characters");
        }
        return words;
    }
}
