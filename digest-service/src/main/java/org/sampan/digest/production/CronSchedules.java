package org.sampan.digest.production;

import java.util.Optional;
import org.quartz.CronExpression;
import org.sampan.digest.settings.Schedules;

/** Quartz's cron expressions: seconds first, {@code ?} for "whatever day". */
public final class CronSchedules implements Schedules {
    @Override
    public Optional<String> valid(String expression) {
        return CronExpression.isValidExpression(expression) ? Optional.of(expression) : Optional.empty();
    }
}
