package org.sampan.mailserver.deliver;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** Sorts copies into the lines of their destinations. Safe for many threads. */
final class RouteTable implements AutoCloseable {
    private static final int TIDY_AT = 1000;

    private final Function<String, Route> open;
    private final Function<EmailAddress, String> keyOf;
    private final Map<String, Route> routes = new HashMap<>();

    /**
     * @param keyOf what a recipient's route is known by
     * @param open makes the route of a key
     */
    RouteTable(Function<EmailAddress, String> keyOf, Function<String, Route> open) {
        this.keyOf = keyOf;
        this.open = open;
    }

    synchronized void add(List<Copy> copies, boolean first) {
        Map<String, List<Copy>> byRoute = new HashMap<>();
        for (Copy copy : copies) {
            byRoute.computeIfAbsent(keyOf.apply(copy.recipient().email()), key -> new ArrayList<>())
                    .add(copy);
        }
        if (routes.size() > TIDY_AT) {
            routes.values().removeIf(Route::isIdle);
        }
        byRoute.forEach((key, itsCopies) -> routes.computeIfAbsent(key, open).add(itsCopies, first));
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
