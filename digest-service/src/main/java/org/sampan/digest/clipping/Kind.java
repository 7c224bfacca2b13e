package org.sampan.digest.clipping;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What a clipping is; an edition has one section for each. */
public enum Kind {
    PRESS_RELEASE,
    STATEMENT,
    PUBLICATION,
    NEWS_CLIPPING,
    ACTIVITY,
    INVITATION;

    /** As written in files, JSON and message keys: {@code press-release}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Kind> of(String slug) {
        return Stream.of(values()).filter(kind -> kind.slug().equals(slug)).findFirst();
    }
}
