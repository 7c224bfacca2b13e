package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sampan.mailserver.delivery.DeliveryBatch;
import org.sampan.mailserver.delivery.DueRetry;

class LeasesTest {
    private static final DeliveryBatch BATCH = new DeliveryBatch(7, 3, new long[] {11, 12}, new byte[2]);
    private static final DueRetry RETRY = new DueRetry(3, 11, 1);

    private final Leases leases = new Leases(2, () -> {});

    @Test
    void whatIsInHandIsNotTakenUpTwice() {
        Lease batch = leases.begin(BATCH, System.nanoTime()).orElseThrow();
        Lease retry = leases.beginRetry(RETRY, System.nanoTime()).orElseThrow();
        assertThat(leases.begin(BATCH, System.nanoTime())).isEmpty();
        assertThat(leases.beginRetry(RETRY, System.nanoTime())).isEmpty();
        leases.settled(retry);
        leases.written(retry);
        assertThat(leases.beginRetry(RETRY, System.nanoTime())).isPresent();
        leases.written(batch);
        assertThat(leases.begin(BATCH, System.nanoTime())).isEmpty();
        leases.written(batch);
        assertThat(leases.begin(BATCH, System.nanoTime())).isPresent();
    }

    @Test
    void abandonedBatchCanBeTakenUpAgainAndHoldsNothingUp() {
        Lease lease = leases.begin(BATCH, System.nanoTime()).orElseThrow();
        assertThat(leases.areFew()).isFalse();
        leases.abandon(lease);
        assertThat(leases.areFew()).isTrue();
        assertThat(leases.begin(BATCH, System.nanoTime())).isPresent();
    }

    @Test
    void leaseThatWasNotRenewedInTimeIsLostForGood() {
        long longAgo = System.nanoTime() - Lease.VALID.plusSeconds(1).toNanos();
        Lease late = leases.begin(BATCH, longAgo).orElseThrow();
        late.renewed(System.nanoTime());
        assertThat(late.isLost()).isTrue();
        Lease inTime = leases.beginRetry(RETRY, longAgo + 5_000_000_000L).orElseThrow();
        inTime.renewed(System.nanoTime());
        assertThat(inTime.isLost()).isFalse();
    }
}
