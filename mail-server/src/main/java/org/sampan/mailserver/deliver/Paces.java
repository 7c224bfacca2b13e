package org.sampan.mailserver.deliver;

import java.util.Locale;
import java.util.Map;
import org.sampan.mailserver.destination.RouteName;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.settings.Settings.DomainLimit;

/** With which limits each route begins, as the operator wishes. Safe for many threads. */
final class Paces {
    private final Map<String, DomainLimit> limits;
    private final DomainLimit others;
    private final Settings.Relay relay;

    Paces(Settings settings) {
        this.limits = settings.delivery().limits();
        this.others =
                limits.getOrDefault("*", new DomainLimit(settings.delivery().connections(), 0));
        this.relay = settings.relay();
    }

    Pace of(RouteName route) {
        return new Pace(limit(route), System::nanoTime);
    }

    /** Several relays share one line, so the limits of those that have any are added up. */
    private DomainLimit limit(RouteName route) {
        if (!route.domain().isEmpty()) {
            return limits.getOrDefault(route.domain(), others);
        }
        return relay.hosts().stream()
                .map(it -> limits.get(it.name().toLowerCase(Locale.ROOT)))
                .filter(it -> it != null)
                .reduce((one, other) -> new DomainLimit(
                        one.connections() + other.connections(), sum(one.perMinute(), other.perMinute())))
                .orElse(others);
    }

    private static int sum(int one, int other) {
        return one == 0 || other == 0 ? 0 : one + other;
    }
}
