package org.sampan.mailserver.mailinglist;

import java.util.regex.Pattern;

/**
 * What a list's owners choose. All texts are without line breaks.
 *
 * @param name what people call it; shown in mails and pages
 * @param description one sentence; may be empty
 * @param visibility whether strangers may know of it
 * @param joining who gets on it
 * @param posting who may post
 * @param subjectTag what stands in brackets before the subject; empty: none
 * @param language BCP 47 tag of notices to readers who chose none
 * @param maxBytes largest post as received, in bytes
 */
public record ListSettings(
        ListAddress address,
        String name,
        String description,
        Visibility visibility,
        Joining joining,
        Posting posting,
        String subjectTag,
        String language,
        long maxBytes) {
    public static final long DEFAULT_MAX_BYTES = 10 * 1024 * 1024;
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{2,3}(-[a-zA-Z0-9]{1,8})*");

    /** @throws IllegalArgumentException naming the first setting that is not sound */
    public ListSettings {
        requireOneLine("name", name);
        requireOneLine("description", description);
        requireOneLine("subjectTag", subjectTag);
        if (name.isBlank()) {
            throw new IllegalArgumentException("name: must not be empty");
        }
        if (!LANGUAGE.matcher(language).matches()) {
            throw new IllegalArgumentException("language: a tag such as en, my or zh-TW, not '" + language + "'");
        }
        if (maxBytes < 1024) {
            throw new IllegalArgumentException("maxBytes: at least 1024, not " + maxBytes);
        }
    }

    private static void requireOneLine(String setting, String text) {
        if (text.length() > 500 || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    setting + ": must be one line of at most 500 characters, without control characters");
        }
    }

    /** Whether strangers may know of the list. */
    public enum Visibility {
        PUBLIC,
        PRIVATE
    }

    /** Who gets on the list: anybody at once, anybody who confirms by a mailed link, or only whom an owner adds. */
    public enum Joining {
        OPEN,
        CONFIRM,
        CLOSED
    }

    /** MEMBERS: members post, others are refused. SECRETARIAT: authenticated accounts post, others are held. */
    public enum Posting {
        MEMBERS,
        SECRETARIAT
    }
}
