package org.sampan.digest.production;

import java.util.Optional;

/** Lets runs of the same thing wait for one another, on this node and on all others. */
interface RunLock {
    /** Waits until nobody else holds {@code name}; given back by closing, or by the death of this program. */
    Held acquire(String name);

    /** Empty when somebody else holds it. */
    Optional<Held> tryAcquire(String name);

    /** A lock that is held. */
    interface Held extends AutoCloseable {
        @Override
        void close();
    }
}
