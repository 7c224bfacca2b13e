package org.sampan.mailserver.membership;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How a subscriber gets a list's posts. */
public enum DeliveryMode {
    /** Each as it comes. */
    EACH,
    /** Gathered once a day, as a message of messages (multipart/digest). */
    DAILY,
    /** Gathered once a day, as one text (RFC 1153). */
    DAILY_PLAIN,
    /** Gathered once a week, as a message of messages. */
    WEEKLY,
    /** Gathered once a week, as one text. */
    WEEKLY_PLAIN,
    /** Once a day who wrote about what, with links. */
    TITLES,
    /** Not at all; the archive can be read. */
    NONE;

    /** What gathering was called while there was one kind of it. */
    private static final String GATHERED = "digest";

    /** By the word used in REST, CSV and the database, in any case; {@code digest} is {@link #DAILY}. */
    public static Optional<DeliveryMode> parse(String word) {
        String wanted = word.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals(GATHERED)) {
            return Optional.of(DAILY);
        }
        return Arrays.stream(values()).filter(it -> it.word().equals(wanted)).findFirst();
    }

    /** All words, for people. */
    public static String words() {
        return Arrays.stream(values()).map(DeliveryMode::word).collect(Collectors.joining(", "));
    }

    /** Posts are gathered into a digest. */
    public boolean isGathered() {
        return this != EACH && this != NONE;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
