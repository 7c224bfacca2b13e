package org.sampan.mailserver.deliver;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.sampan.mailserver.delivery.SendingDays;
import org.sampan.mailserver.settings.Settings;

/**
 * The plan of a new sender, whom other servers learn to trust little by little: so many copies on the first day, and more on each
 * day of sending that follows. Days begin at 00:00 UTC. Mails to single persons and retries do not count. Safe for many threads.
 */
final class WarmUp {
    private final SendingDays days;
    private final Clock clock;
    private final long first;
    private final int growth;

    WarmUp(SendingDays days, Clock clock, Settings.Delivery plan) {
        this.days = days;
        this.clock = clock;
        this.first = plan.warmUp();
        this.growth = plan.warmUpGrowth();
    }

    /** @return how many of the copies wanted may go today */
    int take(int wanted) {
        if (first == 0 || wanted == 0) {
            return wanted;
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return days.take(today, allowed(days.before(today)), wanted);
    }

    Duration untilTomorrow() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return Duration.between(
                clock.instant(), today.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /** @param daysBefore on which something was sent */
    private long allowed(int daysBefore) {
        BigDecimal factor = BigDecimal.valueOf(100L + growth).movePointLeft(2);
        BigDecimal most =
                BigDecimal.valueOf(first).multiply(factor.pow(Math.min(daysBefore, 1000), MathContext.DECIMAL64));
        return most.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
    }
}
