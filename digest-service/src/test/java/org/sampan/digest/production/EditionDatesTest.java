package org.sampan.digest.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.edition.DeliveryHours;
import org.sampan.digest.edition.Holidays;
import org.sampan.digest.edition.Measures;
import org.sampan.digest.edition.Series;

/** Mondays at eight in Bangkok; Monday, 23 November 2026, and the Tuesday after it are holidays. */
class EditionDatesTest {
    private static final Instant HOLIDAY = Instant.parse("2026-11-23T01:00:00Z");
    private static final Instant NEXT_MONDAY = Instant.parse("2026-11-30T01:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T01:00:00Z");

    private static Series series(String cron, Holidays.Then then) {
        return new Series(
                "river-weekly",
                "River weekly",
                "river-news",
                List.of(Locale.ENGLISH),
                Optional.of(cron),
                ZoneId.of("Asia/Bangkok"),
                List.of(Kind.values()),
                true,
                Measures.STANDARD,
                new Holidays(Set.of(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24")), Set.of(), then),
                DeliveryHours.ANY);
    }

    @Test
    void editionDueOnAHolidayAppearsOnTheNextWorkingDayAtTheSameHour() {
        Series weekly = series("0 0 8 ? * MON", Holidays.Then.NEXT);

        assertThat(EditionDates.due(weekly, HOLIDAY, Optional.of(NEXT_MONDAY)))
                .isEqualTo(new EditionDates.Due.Moved(WEDNESDAY));
        assertThat(new EditionDates().next(weekly, HOLIDAY.minusSeconds(60))).contains(WEDNESDAY);
        assertThat(new EditionDates().next(weekly, HOLIDAY.plusSeconds(60))).contains(WEDNESDAY);
        assertThat(new EditionDates().next(weekly, WEDNESDAY)).contains(NEXT_MONDAY);
    }

    @Test
    void orItIsLeftOut() {
        Series weekly = series("0 0 8 ? * MON", Holidays.Then.SKIP);

        assertThat(EditionDates.due(weekly, HOLIDAY, Optional.of(NEXT_MONDAY)))
                .isEqualTo(new EditionDates.Due.Skipped());
        assertThat(new EditionDates().next(weekly, HOLIDAY.minusSeconds(60))).contains(NEXT_MONDAY);
    }

    @Test
    void movedOneDoesNotMeetTheNext() {
        Series daily = series("0 0 8 ? * *", Holidays.Then.NEXT);

        assertThat(EditionDates.due(daily, HOLIDAY, Optional.of(HOLIDAY.plusSeconds(86_400))))
                .isEqualTo(new EditionDates.Due.Skipped());
        assertThat(new EditionDates().next(daily, HOLIDAY.minusSeconds(60))).contains(WEDNESDAY);
    }

    @Test
    void everyOtherDayIsInTime() {
        assertThat(EditionDates.due(series("0 0 8 ? * MON", Holidays.Then.NEXT), NEXT_MONDAY, Optional.empty()))
                .isEqualTo(new EditionDates.Due.OnTime());
    }
}
