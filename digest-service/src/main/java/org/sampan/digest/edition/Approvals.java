package org.sampan.digest.edition;

import java.util.Optional;

/** What second persons have approved. A change of the edition takes it away. Safe for many threads and nodes. */
public interface Approvals {

    Optional<Approval> find(EditionId id);

    /** Instead of one there may have been. False when there is no such edition. */
    boolean give(EditionId id, Approval approval);

    void takeBack(EditionId id);
}
