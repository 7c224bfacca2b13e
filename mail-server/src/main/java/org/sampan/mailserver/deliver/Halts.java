package org.sampan.mailserver.deliver;

import java.util.Set;
import org.sampan.mailserver.delivery.HaltedDeliveries;

/**
 * Keeps this node from sending what was paused or cancelled: copies of it that wait here go back to the ledger. Safe for many threads.
 */
final class Halts {
    private final HaltedDeliveries halted;
    private final RouteTable routes;
    private final Leases leases;
    private volatile Set<Long> now = Set.of();

    Halts(HaltedDeliveries halted, RouteTable routes, Leases leases) {
        this.halted = halted;
        this.routes = routes;
        this.leases = leases;
    }

    /** Asks the ledger what is halted now. */
    void look() {
        now = halted.now();
        if (!now.isEmpty()) {
            withdraw();
        }
    }

    /** To be called behind the adding of copies: whatever was heard meanwhile, none of them stays. */
    void enforce(long delivery) {
        if (now.contains(delivery)) {
            withdraw();
        }
    }

    private void withdraw() {
        Set<Long> these = now;
        routes.withdraw(copy -> these.contains(copy.message().stored().delivery()))
                .forEach(leases::withdraw);
    }
}
