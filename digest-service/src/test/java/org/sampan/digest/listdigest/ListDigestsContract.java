package org.sampan.digest.listdigest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.digest.listdigest.NewListDigest.Period;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.ListAddress;

interface ListDigestsContract {
    ListAddress MEMBERS = new ListAddress("members@lists.example");
    Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    Duration DAY = Duration.ofDays(1);

    /** Empty. */
    ListDigests digests();

    private static NewListDigest daily(DeliveryMode mode, Instant since, String... zones) {
        return new NewListDigest(
                MEMBERS,
                mode,
                List.of(zones),
                new Period(since, since.plus(DAY)),
                since.plus(DAY).toString());
    }

    @Test
    default void whoIsNewHasHadEverythingUntilNow() {
        ListDigests digests = digests();
        assertThat(digests.coveredUntil(MEMBERS, DeliveryMode.DAILY, "Asia/Yangon", NOON))
                .isEqualTo(NOON);
        assertThat(digests.coveredUntil(MEMBERS, DeliveryMode.DAILY, "Asia/Yangon", NOON.plus(DAY)))
                .isEqualTo(NOON);
    }

    @Test
    default void periodIsDecidedOnOnce() {
        ListDigests digests = digests();
        digests.coveredUntil(MEMBERS, DeliveryMode.DAILY, "Asia/Yangon", NOON);
        digests.coveredUntil(MEMBERS, DeliveryMode.DAILY, "", NOON);
        NewListDigest digest = daily(DeliveryMode.DAILY, NOON, "Asia/Yangon", "");

        ListDigest planned = digests.plan(digest, NOON.plus(DAY)).orElseThrow();

        assertThat(planned.messageId("lists.example")).isEqualTo("<digest.members.1@lists.example>");
        assertThat(planned.audience()).isEqualTo("mode=daily; zones=Asia/Yangon,-");
        assertThat(planned.address()).isEqualTo("members-digest@lists.example");
        assertThat(digests.plan(digest, NOON.plus(DAY))).isEmpty();
        assertThat(digests.coveredUntil(MEMBERS, DeliveryMode.DAILY, "", NOON)).isEqualTo(NOON.plus(DAY));
        assertThat(digests.unsent()).containsExactly(planned);
        digests.markSent(planned, NOON.plus(DAY));
        assertThat(digests.unsent()).isEmpty();
    }

    @Test
    default void readersOfOneDayHaveOneIssueWhateverTheModeAndZone() {
        ListDigests digests = digests();
        for (String zone : List.of("Asia/Yangon", "Asia/Bangkok")) {
            digests.coveredUntil(MEMBERS, DeliveryMode.DAILY, zone, NOON);
        }
        digests.coveredUntil(MEMBERS, DeliveryMode.DAILY_PLAIN, "", NOON);
        digests.coveredUntil(MEMBERS, DeliveryMode.WEEKLY, "", NOON);

        assertThat(issue(digests, daily(DeliveryMode.DAILY, NOON, "Asia/Yangon")))
                .isEqualTo("1:1");
        assertThat(issue(digests, daily(DeliveryMode.DAILY, NOON, "Asia/Bangkok")))
                .isEqualTo("1:1");
        assertThat(issue(digests, daily(DeliveryMode.DAILY_PLAIN, NOON, ""))).isEqualTo("1:1");
        assertThat(issue(digests, daily(DeliveryMode.WEEKLY, NOON, ""))).isEqualTo("1:1");
        assertThat(issue(digests, daily(DeliveryMode.DAILY, NOON.plus(DAY), "Asia/Bangkok")))
                .isEqualTo("1:2");
        Instant nextYear = NOON.plus(Duration.ofDays(60));
        digests.coveredUntil(MEMBERS, DeliveryMode.DAILY, "Asia/Tokyo", nextYear);
        assertThat(issue(digests, daily(DeliveryMode.DAILY, nextYear, "Asia/Tokyo")))
                .isEqualTo("2:1");
    }

    @Test
    default void emptyPeriodIsPassedOverWithoutANumber() {
        ListDigests digests = digests();
        digests.coveredUntil(MEMBERS, DeliveryMode.TITLES, "", NOON);
        digests.skip(daily(DeliveryMode.TITLES, NOON, ""));
        assertThat(digests.coveredUntil(MEMBERS, DeliveryMode.TITLES, "", NOON)).isEqualTo(NOON.plus(DAY));
        assertThat(digests.unsent()).isEmpty();
    }

    @Test
    default void refusedDigestIsNotTriedAgain() {
        ListDigests digests = digests();
        digests.coveredUntil(MEMBERS, DeliveryMode.DAILY, "", NOON);
        ListDigest planned = digests.plan(daily(DeliveryMode.DAILY, NOON, ""), NOON.plus(DAY))
                .orElseThrow();
        digests.markRefused(planned, "550 no such list");
        assertThat(digests.unsent()).isEmpty();
    }

    private static String issue(ListDigests digests, NewListDigest digest) {
        ListDigest planned = digests.plan(digest, digest.period().until()).orElseThrow();
        return planned.volume() + ":" + planned.issue();
    }
}
