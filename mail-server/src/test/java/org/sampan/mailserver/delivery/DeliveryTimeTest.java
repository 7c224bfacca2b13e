package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.delivery.DeliveryTime.QuietHours;

class DeliveryTimeTest {
    private static final ZoneId UTC = ZoneId.of("UTC");

    @Test
    void bothCanBeSaid() {
        assertThat(DeliveryTime.parse("at=07:00; quiet=21:00-07:00"))
                .contains(new DeliveryTime(
                        Optional.of(LocalTime.of(7, 0)),
                        Optional.of(new QuietHours(LocalTime.of(21, 0), LocalTime.of(7, 0)))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "at=7:00",
                "at=24:00",
                "at=07:00:00",
                "at=07:00;",
                "at=07:00; at=08:00",
                "quiet=21:00",
                "quiet=21:00-21:00",
                "quiet=21:00-25:00",
                "quiet=21:00-07:00; quiet=22:00-06:00"
            })
    void whatIsNoTimeIsNone(String field) {
        assertThat(DeliveryTime.parse(field)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        // the hour is still to come today, is now, has gone
        "at=07:00, Asia/Bangkok, 2026-11-27T22:00:00Z, 2026-11-28T00:00:00Z",
        "at=07:00, Asia/Bangkok, 2026-11-28T00:00:00Z, ",
        "at=07:00, Asia/Bangkok, 2026-11-28T00:00:01Z, 2026-11-29T00:00:00Z",
        // half an hour, who told no zone, and what is none
        "at=07:00, Asia/Yangon, 2026-11-27T22:00:00Z, 2026-11-28T00:30:00Z",
        "at=07:00, '', 2026-11-27T22:00:00Z, 2026-11-28T07:00:00Z",
        "at=07:00, Mars/Olympus, 2026-11-27T22:00:00Z, 2026-11-28T07:00:00Z",
        // a night over midnight, before and after it; the first and the last moment of it
        "quiet=21:00-07:00, Asia/Bangkok, 2026-11-28T15:00:00Z, 2026-11-29T00:00:00Z",
        "quiet=21:00-07:00, Asia/Bangkok, 2026-11-28T20:00:00Z, 2026-11-29T00:00:00Z",
        "quiet=21:00-07:00, Asia/Bangkok, 2026-11-28T14:00:00Z, 2026-11-29T00:00:00Z",
        "quiet=21:00-07:00, Asia/Bangkok, 2026-11-29T00:00:00Z, ",
        "quiet=21:00-07:00, Asia/Bangkok, 2026-11-28T05:00:00Z, ",
        "quiet=12:00-13:00, Asia/Bangkok, 2026-11-28T05:30:00Z, 2026-11-28T06:00:00Z",
        // an hour that is in the night waits for its end
        "at=05:00; quiet=21:00-07:00, Asia/Bangkok, 2026-11-28T05:00:00Z, 2026-11-29T00:00:00Z",
        // the day on which summer time begins has no half past two; the one on which it ends has two
        "at=02:30, Europe/Berlin, 2026-03-28T23:30:00Z, 2026-03-29T01:30:00Z",
        "at=07:00, Europe/Berlin, 2026-10-24T12:00:00Z, 2026-10-25T06:00:00Z"
    })
    void copyGoesAtTheReadersHour(String field, String zone, Instant now, Instant due) {
        assertThat(DeliveryTime.parse(field).orElseThrow().due(zone, UTC, now)).isEqualTo(Optional.ofNullable(due));
    }
}
