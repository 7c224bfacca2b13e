package org.sampan.mailserver.destination;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongSupplier;
import org.sampan.mailserver.settings.Settings.RelayHost;

/**
 * Which relay the next connection goes to: each as often as its weight says, and one that failed not for a while, longer each time.
 * Safe for many threads.
 */
final class RelayTurns {
    private static final Duration FIRST_REST = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 6;
    /** Without a failure for so long, it counts as well again. */
    private static final Duration FORGET = Duration.ofMinutes(15);

    private final List<Standing> standings;
    private final LongSupplier nanoTime;

    RelayTurns(List<RelayHost> relays, LongSupplier nanoTime) {
        this.standings = relays.stream().map(Standing::new).toList();
        this.nanoTime = nanoTime;
    }

    /** All of them, in the order in which they are to be tried for one connection. */
    synchronized List<RelayHost> next() {
        long now = nanoTime.getAsLong();
        List<Standing> well =
                new ArrayList<>(standings.stream().filter(it -> !it.rests(now)).toList());
        int sum = 0;
        for (Standing each : well) {
            each.credit += each.relay.weight();
            sum += each.relay.weight();
        }
        well.sort(Comparator.comparingInt((Standing it) -> it.credit).reversed());
        if (!well.isEmpty()) {
            well.get(0).credit -= sum;
        }
        List<RelayHost> order = new ArrayList<>();
        well.forEach(it -> order.add(it.relay));
        standings.stream()
                .filter(it -> it.rests(now))
                .sorted(Comparator.comparingLong(it -> it.restsUntil - now))
                .forEach(it -> order.add(it.relay));
        return order;
    }

    /** @return whether another one is well */
    synchronized boolean failed(RelayHost relay) {
        long now = nanoTime.getAsLong();
        for (Standing each : standings) {
            if (each.relay.equals(relay)) {
                each.failed(now);
            }
        }
        return standings.stream().anyMatch(it -> !it.rests(now));
    }

    private static final class Standing {
        private final RelayHost relay;
        private int credit;
        private int failures;
        private long restsUntil;

        Standing(RelayHost relay) {
            this.relay = relay;
        }

        boolean rests(long now) {
            return failures > 0 && now - restsUntil < 0;
        }

        void failed(long now) {
            if (rests(now)) {
                return;
            }
            failures = failures > 0 && now - restsUntil > FORGET.toNanos() ? 1 : failures + 1;
            restsUntil = now + FIRST_REST.toNanos() * (1L << Math.min(failures - 1, MOST_DOUBLINGS));
        }
    }
}
