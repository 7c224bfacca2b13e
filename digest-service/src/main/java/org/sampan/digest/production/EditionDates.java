package org.sampan.digest.production;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;
import org.quartz.CronExpression;
import org.sampan.digest.edition.Holidays;
import org.sampan.digest.edition.Series;
import org.springframework.stereotype.Component;

/** When editions of a series appear: by its schedule, and what its holidays make of that. */
@Component
public final class EditionDates {
    /** Longer than any row of holidays. */
    private static final Duration BACK = Duration.ofDays(30);

    private static final int MOST_TRIED = 400;

    /** What becomes of an edition that is due. */
    sealed interface Due {
        record OnTime() implements Due {}

        /** To the next working day, at the same time of day. */
        record Moved(Instant to) implements Due {}

        /** It does not appear; the next one takes all. */
        record Skipped() implements Due {}
    }

    /** @param next when the one after it is due */
    static Due due(Series series, Instant at, Optional<Instant> next) {
        ZonedDateTime local = at.atZone(series.timezone());
        if (!series.holidays().include(local.toLocalDate())) {
            return new Due.OnTime();
        }
        if (series.holidays().then() == Holidays.Then.SKIP) {
            return new Due.Skipped();
        }
        LocalDate day = series.holidays().workingDayAfter(local.toLocalDate());
        Instant moved = local.with(day).toInstant();
        return next.filter(it -> !it.isAfter(moved)).isPresent() ? new Due.Skipped() : new Due.Moved(moved);
    }

    /** The next time it is due after that one, be that a holiday or not. */
    static Optional<Instant> following(Series series, Instant at) {
        return series.schedule().flatMap(cron -> after(cron(series, cron), at));
    }

    /** The next time an edition appears; empty when it is made by hand, or never again. */
    public Optional<Instant> next(Series series, Instant now) {
        return series.schedule().flatMap(cron -> next(series, cron(series, cron), now));
    }

    private static Optional<Instant> next(Series series, CronExpression cron, Instant now) {
        Optional<Instant> at = after(cron, now.minus(BACK));
        for (int tried = 0; tried < MOST_TRIED && at.isPresent(); tried++) {
            Optional<Instant> following = after(cron, at.get());
            Optional<Instant> appears = appears(series, at.get(), following).filter(now::isBefore);
            if (appears.isPresent()) {
                return appears;
            }
            at = following;
        }
        return Optional.empty();
    }

    private static Optional<Instant> appears(Series series, Instant at, Optional<Instant> next) {
        Due due = due(series, at, next);
        if (due instanceof Due.Moved moved) {
            return Optional.of(moved.to());
        }
        return due instanceof Due.OnTime ? Optional.of(at) : Optional.empty();
    }

    private static Optional<Instant> after(CronExpression cron, Instant at) {
        return Optional.ofNullable(cron.getNextValidTimeAfter(Date.from(at))).map(Date::toInstant);
    }

    private static CronExpression cron(Series series, String expression) {
        try {
            CronExpression cron = new CronExpression(expression);
            cron.setTimeZone(TimeZone.getTimeZone(series.timezone()));
            return cron;
        } catch (ParseException checkedAtTheStart) {
            throw new IllegalStateException(checkedAtTheStart);
        }
    }
}
