package org.sampan.digest.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HolidaysTest {
    private static final Holidays SONGKRAN = new Holidays(
            Set.of(LocalDate.parse("2027-04-16")),
            Set.of(MonthDay.of(4, 13), MonthDay.of(4, 14), MonthDay.of(4, 15)),
            Holidays.Then.NEXT);

    @Test
    void daysOfEveryYearAndOfOneYearAreHolidays() {
        assertThat(SONGKRAN.include(LocalDate.parse("2027-04-13"))).isTrue();
        assertThat(SONGKRAN.include(LocalDate.parse("2028-04-13"))).isTrue();
        assertThat(SONGKRAN.include(LocalDate.parse("2027-04-16"))).isTrue();
        assertThat(SONGKRAN.include(LocalDate.parse("2028-04-16"))).isFalse();
    }

    @Test
    void nextWorkingDayIsNoHolidayAndNoWeekend() {
        // 13 April 2027 is a Tuesday; the holidays last until Friday.
        assertThat(SONGKRAN.workingDayAfter(LocalDate.parse("2027-04-13"))).isEqualTo("2027-04-19");
        assertThat(SONGKRAN.workingDayAfter(LocalDate.parse("2027-04-11"))).isEqualTo("2027-04-12");
    }
}
