package org.sampan.mailserver.destination;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.settings.Settings.RelayHost;

class RelayTurnsTest {
    private static final RelayHost ONE = new RelayHost("one.example", 25, 1);
    private static final RelayHost TWO = new RelayHost("two.example", 25, 3);

    private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 1000);
    private final RelayTurns turns = new RelayTurns(List.of(ONE, TWO), now::get);

    @Test
    void eachGetsConnectionsByItsWeight() {
        Map<RelayHost, Integer> first = new HashMap<>();
        for (int i = 0; i < 40; i++) {
            List<RelayHost> order = turns.next();
            assertThat(order).containsExactlyInAnyOrder(ONE, TWO);
            first.merge(order.get(0), 1, Integer::sum);
        }
        assertThat(first).isEqualTo(Map.of(ONE, 10, TWO, 30));
    }

    @Test
    void oneThatFailedIsTheLastResortForAWhile() {
        assertThat(turns.failed(TWO)).isTrue();
        for (int i = 0; i < 10; i++) {
            assertThat(turns.next()).containsExactly(ONE, TWO);
        }
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(List.of(turns.next().get(0), turns.next().get(0))).contains(TWO);
    }

    @Test
    void restGetsLongerWithEachFailure() {
        turns.failed(TWO);
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        turns.failed(TWO);
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(turns.next()).containsExactly(ONE, TWO);
        assertThat(turns.failed(ONE)).isFalse();
        assertThat(turns.next()).as("the one that may come back first").containsExactly(TWO, ONE);
    }
}
