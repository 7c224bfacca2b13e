package org.sampan.digest.listdigest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.DigestTimes;

class DigestHourTest {
    private static final DigestTimes AT_SIX = new DigestTimes(6, "monday", "Asia/Bangkok", 0);
    private static final ZoneId YANGON = ZoneId.of("Asia/Yangon");
    private static final ZoneId HANOI = ZoneId.of("Asia/Ho_Chi_Minh");

    /** A Sunday. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);

    @Test
    void dailyIsDueAtTheHourWhereTheReaderIs() {
        Instant now = Instant.parse("2026-11-21T23:00:00Z");
        assertThat(DigestHour.latest(now, DeliveryMode.DAILY, HANOI, AT_SIX))
                .isEqualTo(new DigestHour(Instant.parse("2026-11-21T23:00:00Z"), DAY));
        assertThat(DigestHour.latest(now, DeliveryMode.DAILY, YANGON, AT_SIX))
                .isEqualTo(new DigestHour(Instant.parse("2026-11-20T23:30:00Z"), DAY.minusDays(1)));
        assertThat(DigestHour.latest(now.plusSeconds(1800), DeliveryMode.TITLES, YANGON, AT_SIX)
                        .day())
                .isEqualTo(DAY);
    }

    @Test
    void weeklyIsDueOnItsDay() {
        Instant sunday = Instant.parse("2026-11-22T12:00:00Z");
        assertThat(DigestHour.latest(sunday, DeliveryMode.WEEKLY, HANOI, AT_SIX).day())
                .isEqualTo(DAY.minusDays(6));
        Instant monday = Instant.parse("2026-11-22T23:00:00Z");
        assertThat(DigestHour.latest(monday, DeliveryMode.WEEKLY_PLAIN, HANOI, AT_SIX)
                        .day())
                .isEqualTo(DAY.plusDays(1));
        assertThat(DigestHour.latest(monday.minusSeconds(1), DeliveryMode.WEEKLY, HANOI, AT_SIX)
                        .day())
                .isEqualTo(DAY.minusDays(6));
    }

    @Test
    void whoToldNoZoneOrNoneThereIsHasTheLists() {
        assertThat(AT_SIX.zone("")).isEqualTo(ZoneId.of("Asia/Bangkok"));
        assertThat(AT_SIX.zone("Asia/Nowhere")).isEqualTo(ZoneId.of("Asia/Bangkok"));
        assertThat(AT_SIX.zone("Asia/Yangon")).isEqualTo(YANGON);
    }
}
