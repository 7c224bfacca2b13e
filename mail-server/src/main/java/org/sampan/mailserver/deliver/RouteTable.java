package org.sampan.mailserver.deliver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sampan.mailserver.destination.RouteName;

/** Sorts copies into the lines of their destinations. Safe for many threads. */
final class RouteTable implements AutoCloseable {
    private static final int TIDY_AT = 1000;

    private final Function<RouteName, Route> open;
    private final Function<Copy, RouteName> routeOf;
    private final Map<RouteName, Route> routes = new HashMap<>();

    /**
     * @param routeOf the route a copy goes
     * @param open makes the route of a name
     */
    RouteTable(Function<Copy, RouteName> routeOf, Function<RouteName, Route> open) {
        this.routeOf = routeOf;
        this.open = open;
    }

    /**
     * @param single ahead of the others and never parked: a mail to one person need not wait for a big list
     * @return those there is no room for now
     */
    synchronized List<Copy> add(List<Copy> copies, boolean single) {
        Map<RouteName, List<Copy>> byRoute = new HashMap<>();
        for (Copy copy : copies) {
            byRoute.computeIfAbsent(routeOf.apply(copy), key -> new ArrayList<>())
                    .add(copy);
        }
        if (routes.size() > TIDY_AT) {
            routes.values().removeIf(Route::isIdle);
        }
        List<Copy> parked = new ArrayList<>();
        byRoute.forEach((key, its) -> {
            Route route = routes.computeIfAbsent(key, open);
            // Retries have been claimed one by one, and are few.
            if (single || its.get(0).lease().batch() == 0) {
                route.add(its, single);
            } else {
                parked.addAll(route.addIfRoom(its));
            }
        });
        return parked;
    }

    /** Takes out of all lines what is not to be sent now. */
    synchronized List<Copy> withdraw(Predicate<Copy> which) {
        List<Copy> all = new ArrayList<>();
        routes.values().forEach(route -> all.addAll(route.withdraw(which)));
        return all;
    }

    @Override
    public synchronized void close() {
        routes.values().forEach(Route::close);
    }
}
