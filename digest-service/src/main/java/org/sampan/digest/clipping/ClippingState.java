package org.sampan.digest.clipping;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a clipping stands with the newsroom. */
public enum ClippingState {
    /** No edition carries it yet. */
    NEW,
    /** An edition carries it, be it only a draft. */
    USED,
    /** The desk has left it out. */
    OMITTED;

    public String slug() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<ClippingState> of(String slug) {
        return Stream.of(values()).filter(state -> state.slug().equals(slug)).findFirst();
    }
}
