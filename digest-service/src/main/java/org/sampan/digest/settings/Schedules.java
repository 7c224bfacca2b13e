package org.sampan.digest.settings;

import java.util.Optional;

/** Knows which schedules can be kept: those who read them from files do not know the scheduler. */
@FunctionalInterface
public interface Schedules {
    /** The expression itself when it is a cron expression of the scheduler's; else empty. */
    Optional<String> valid(String expression);
}
