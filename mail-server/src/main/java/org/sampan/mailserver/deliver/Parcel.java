package org.sampan.mailserver.deliver;

import java.util.ArrayList;
import java.util.List;

/** What goes out in one transaction: one copy, or many that are the same. Belongs to one connection at a time. */
final class Parcel {
    private final List<Copy> copies;

    Parcel(List<Copy> copies) {
        this.copies = new ArrayList<>(copies);
    }

    Copy first() {
        return copies.get(0);
    }

    /** What stands at the places; the same for all where there is more than one. */
    CopyValues values() {
        return first().variant().signed(first().message().values(first().recipient()));
    }

    /** Those of which the outcome is not known yet. */
    List<Copy> copies() {
        return copies;
    }

    boolean isEmpty() {
        return copies.isEmpty();
    }
}
