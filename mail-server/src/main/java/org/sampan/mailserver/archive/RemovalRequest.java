package org.sampan.mailserver.archive;

import org.jspecify.annotations.Nullable;

/**
 * What an owner wants taken out.
 *
 * @param by who asks; the operator when nobody is named
 * @param reason shown in the archive; may be empty
 * @param text what is to stand in its place
 */
record RemovalRequest(String by, String reason, String text) {
    private static final int LONGEST_LINE = 500;
    private static final int LONGEST_TEXT = 200_000;

    RemovalRequest(@Nullable String by, @Nullable String reason, @Nullable String text) {
        this.by = by == null || by.isBlank() ? "the operator" : line("by", by);
        this.reason = reason == null ? "" : line("reason", reason);
        this.text = text == null ? "" : text;
        if (this.text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("text: at most " + LONGEST_TEXT + " characters");
        }
    }

    private static String line(String field, String text) {
        if (text.length() > LONGEST_LINE || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    field + ": one line of at most " + LONGEST_LINE + " characters, without control characters");
        }
        return text.strip();
    }
}
