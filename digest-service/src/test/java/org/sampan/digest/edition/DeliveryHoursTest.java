package org.sampan.digest.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryHoursTest {
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final DeliveryHours AT_SEVEN = new DeliveryHours(Optional.of(LocalTime.of(7, 0)), Optional.empty());
    private static final DeliveryHours NOT_BY_NIGHT = new DeliveryHours(
            Optional.empty(), Optional.of(new DeliveryHours.Quiet(LocalTime.of(21, 0), LocalTime.of(6, 30))));

    private static String where(DeliveryHours hours, String due) {
        return hours.where(Instant.parse(due), BANGKOK).getId();
    }

    @Test
    void sevenInBangkokIsToldByItsName() {
        assertThat(where(AT_SEVEN, "2026-11-23T00:00:00Z")).isEqualTo("Asia/Bangkok");
        assertThat(where(NOT_BY_NIGHT, "2026-11-22T23:30:00Z")).isEqualTo("Asia/Bangkok");
    }

    @Test
    void sevenElsewhereIsToldByWhatClocksShowThere() {
        assertThat(where(AT_SEVEN, "2026-11-23T00:30:00Z")).isEqualTo("GMT+06:30");
        assertThat(where(AT_SEVEN, "2026-11-22T22:00:00Z")).isEqualTo("GMT+09:00");
        assertThat(where(AT_SEVEN, "2026-11-23T15:00:00Z")).isEqualTo("GMT-08:00");
        assertThat(where(AT_SEVEN, "2026-11-23T07:00:00Z")).isEqualTo("GMT");
        assertThat(where(NOT_BY_NIGHT, "2026-11-23T00:00:00Z")).isEqualTo("GMT+06:30");
    }

    @Test
    void withoutAnHourItIsToldAsAtHome() {
        assertThat(where(DeliveryHours.ANY, "2026-11-23T00:30:00Z")).isEqualTo("Asia/Bangkok");
    }
}
