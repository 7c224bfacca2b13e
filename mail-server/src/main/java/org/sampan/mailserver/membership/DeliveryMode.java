package org.sampan.mailserver.membership;

import java.util.Locale;
import java.util.Optional;

/** How a subscriber gets a list's posts: each as it comes, gathered in a digest, or not at all. */
public enum DeliveryMode {
    EACH,
    DIGEST,
    NONE;

    /** By the word used in REST, CSV and the database, in any case. */
    public static Optional<DeliveryMode> parse(String word) {
        for (DeliveryMode mode : values()) {
            if (mode.word().equals(word.strip().toLowerCase(Locale.ROOT))) {
                return Optional.of(mode);
            }
        }
        return Optional.empty();
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
