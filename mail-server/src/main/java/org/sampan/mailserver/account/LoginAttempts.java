package org.sampan.mailserver.account;

import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * Slows down who guesses passwords: after {@value #PER_NAME} wrong ones for a name, or {@value #PER_PLACE} from a network address,
 * nobody gets further for a quarter of an hour. Counts are kept in memory, for at most {@value #MOST_COUNTED} names and places.
 * Safe for many threads.
 */
@Singleton
public final class LoginAttempts {
    static final int PER_NAME = 10;
    static final int PER_PLACE = 30;
    private static final int MOST_COUNTED = 10_000;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final Clock clock;
    private final Map<Object, Failures> failures = new LinkedHashMap<>();

    @Inject
    public LoginAttempts(Clock clock) {
        this.clock = clock;
    }

    /** Whether a login may be tried now. */
    public synchronized boolean mayTry(InetAddress from, EmailAddress name) {
        return count(from) < PER_PLACE && count(name) < PER_NAME;
    }

    /** A wrong name or password was given. */
    public synchronized void failed(InetAddress from, EmailAddress name) {
        add(from);
        add(name);
    }

    /** The right password was given: what went wrong before was its owner. */
    public synchronized void succeeded(EmailAddress name) {
        failures.remove(name);
    }

    private int count(Object key) {
        return current(key).count;
    }

    private Failures current(Object key) {
        Instant now = clock.instant();
        Failures counted = failures.getOrDefault(key, new Failures(0, now));
        return counted.isOver(now) ? new Failures(0, now) : counted;
    }

    private void add(Object key) {
        Failures before = current(key);
        // Put in anew, so that whoever failed longest ago is forgotten first.
        failures.remove(key);
        failures.put(key, new Failures(before.count + 1, before.since));
        if (failures.size() > MOST_COUNTED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    private record Failures(int count, Instant since) {
        boolean isOver(Instant now) {
            return since.plus(WINDOW).isBefore(now);
        }
    }
}
