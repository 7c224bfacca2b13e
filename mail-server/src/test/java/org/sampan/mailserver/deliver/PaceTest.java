package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.settings.Settings.DomainLimit;

class PaceTest {
    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

    @Test
    void withoutALimitEverythingMayGo() {
        Pace pace = pace(4, 0);
        pace.spend(100_000);
        assertThat(pace.allowance()).isEqualTo(Integer.MAX_VALUE);
        assertThat(pace.limit()).isEqualTo(4);
    }

    @Test
    void noMoreCopiesGoInAMinuteThanTheOperatorAllows() {
        Pace pace = pace(4, 600);
        int sent = 0;
        for (int tenths = 0; tenths < 600; tenths++) {
            int allowed = pace.allowance();
            pace.spend(allowed);
            sent += allowed;
            now.addAndGet(Duration.ofMillis(100).toNanos());
        }
        assertThat(sent).isBetween(590, 610);
    }

    @Test
    void slowLimitIsKeptOverMinutes() {
        Pace pace = pace(1, 2);
        assertThat(pace.allowance()).isOne();
        pace.spend(1);
        assertThat(pace.allowance()).isZero();
        assertThat(pace.untilAllowed()).isEqualTo(Duration.ofSeconds(30));
        now.addAndGet(pace.untilAllowed().toNanos());
        assertThat(pace.allowance()).isOne();
    }

    @Test
    void serverThatAsksForLessGetsLessAndThenMoreAgain() {
        Pace pace = pace(8, 0);
        for (int expected : new int[] {4, 2, 1}) {
            assertThat(pace.throttle()).isTrue();
            assertThat(pace.throttle()).as("heard by all connections at once").isFalse();
            assertThat(pace.limit()).isEqualTo(expected);
            settle();
        }
        assertThat(pace.allowance()).isEqualTo(Integer.MAX_VALUE);
        pace.throttle();
        settle();
        pace.throttle();
        pace.spend(20);
        assertThat(pace.allowance()).isZero();
        assertThat(pace.untilAllowed()).isPositive();

        succeed(pace, 40);
        assertThat(pace.allowance()).as("no gap any more").isEqualTo(Integer.MAX_VALUE);
        succeed(pace, 7 * 50);
        assertThat(pace.limit()).isEqualTo(8);
    }

    @Test
    void gapNeverGetsLongerThanTenSeconds() {
        Pace pace = pace(1, 0);
        for (int i = 0; i < 50; i++) {
            pace.throttle();
            settle();
        }
        pace.spend(1);
        assertThat(pace.untilAllowed()).isLessThanOrEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void whatIsLearnedNeverGoesBeyondWhatTheOperatorAllows() {
        Pace pace = pace(2, 60);
        pace.throttle();
        succeed(pace, 1000);
        assertThat(pace.limit()).isEqualTo(2);
        assertThat(pace.allowance()).isOne();
    }

    @Test
    void pausesGetLongerUntilSomethingGoes() {
        Pace pace = pace(4, 0);
        assertThat(pace.failed(0)).isEqualTo(Duration.ofMillis(500));
        assertThat(pace.limitForNew()).isOne();
        now.addAndGet(Duration.ofMillis(500).toNanos());
        assertThat(pace.isPausing()).isFalse();
        assertThat(pace.failed(0)).isEqualTo(Duration.ofSeconds(1));
        for (int i = 0; i < 10; i++) {
            now.addAndGet(Duration.ofMinutes(2).toNanos());
            pace.failed(0);
        }
        assertThat(pace.failed(0)).isEqualTo(Duration.ofMinutes(1));
        pace.succeeded();
        assertThat(pace.isPausing()).isFalse();
    }

    private Pace pace(int connections, int perMinute) {
        return new Pace(new DomainLimit(connections, perMinute), now::get);
    }

    private void settle() {
        now.addAndGet(Duration.ofSeconds(2).toNanos());
    }

    private static void succeed(Pace pace, int times) {
        for (int i = 0; i < times; i++) {
            pace.succeeded();
        }
    }
}
