package org.sampan.digest.edition;

import java.time.Instant;
import java.util.Optional;

/** An edition without its contents: what lists of editions show. */
public record EditionHead(
        EditionId id,
        String title,
        EditionState state,
        int items,
        Edition.LastChange lastChange,
        Instant datedAt,
        Optional<Instant> sentAt) {}
