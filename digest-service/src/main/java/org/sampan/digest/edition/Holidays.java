package org.sampan.digest.edition;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Days on which a series does not appear.
 *
 * @param once days of one year
 * @param yearly days of every year
 * @param then what becomes of an edition that is due on one
 */
public record Holidays(Set<LocalDate> once, Set<MonthDay> yearly, Then then) {
    public static final Holidays NONE = new Holidays(Set.of(), Set.of(), Then.NEXT);

    /** Somebody who is on holiday longer than this has forgotten something. */
    private static final int LONGEST = 60;

    public Holidays {
        once = Set.copyOf(once);
        yearly = Set.copyOf(yearly);
    }

    /** What becomes of an edition that is due on a holiday. */
    public enum Then {
        /** It appears on the next working day. */
        NEXT,
        /** It does not appear; the next one takes what it would have carried. */
        SKIP
    }

    public boolean include(LocalDate day) {
        return once.contains(day) || yearly.contains(MonthDay.from(day));
    }

    /** From Monday to Friday, and no holiday. */
    public boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 && !include(day);
    }

    /** The first working day after {@code day}. */
    public LocalDate workingDayAfter(LocalDate day) {
        return Stream.iterate(day.plusDays(1), it -> it.plusDays(1))
                .limit(LONGEST)
                .filter(this::isWorkingDay)
                .findFirst()
                .orElse(day.plusDays(LONGEST));
    }
}
