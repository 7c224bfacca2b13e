package org.sampan.digest.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is believed of a link. */
public enum LinkState {
    FINE,
    MOVED,
    GONE;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<LinkState> of(String slug) {
        return Arrays.stream(values()).filter(one -> one.slug().equals(slug)).findFirst();
    }
}
