package org.sampan.digest.edition;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How far editions have come to their readers. Safe for many threads and nodes. */
public interface Deliveries {

    Optional<Delivery> find(EditionId id);

    /** Instead of what was told before. */
    void keep(EditionId id, Delivery delivery);

    /** Editions sent since then whose way is not over, the oldest first. */
    List<EditionId> underWay(Instant since);
}
