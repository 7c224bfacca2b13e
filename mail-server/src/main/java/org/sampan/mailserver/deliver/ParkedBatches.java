package org.sampan.mailserver.deliver;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** The batches of one route that were sent back to the ledger since its line was long. Guarded by the route. */
final class ParkedBatches {
    private static final Duration CALL_AGAIN = Duration.ofSeconds(2);

    private final Deque<Long> parked = new ArrayDeque<>();
    private final Consumer<Collection<Long>> onCall;
    private boolean calling;
    private long calledAt;

    /** @param onCall takes those for which there is room */
    ParkedBatches(Consumer<Collection<Long>> onCall) {
        this.onCall = onCall;
    }

    void add(List<Copy> copies) {
        copies.stream().map(it -> it.lease().batch()).distinct().forEach(parked::add);
        calling = false;
    }

    /** A batch was put into the line. */
    void arrived() {
        calling = false;
    }

    /** One at a time: the next when it has come, or did not come for a while. */
    void callOne() {
        if (!parked.isEmpty() && (!calling || System.nanoTime() - calledAt > CALL_AGAIN.toNanos())) {
            calling = true;
            calledAt = System.nanoTime();
            onCall.accept(List.of(parked.remove()));
        }
    }

    void callAll() {
        if (!parked.isEmpty()) {
            onCall.accept(List.copyOf(parked));
            parked.clear();
        }
    }

    boolean isEmpty() {
        return parked.isEmpty();
    }
}
