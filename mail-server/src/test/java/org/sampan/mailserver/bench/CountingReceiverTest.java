package org.sampan.mailserver.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.bench.CountingReceiver.Delay;

class CountingReceiverTest {
    @Test
    void receiverCountsWhatABareClientSends() throws Exception {
        try (CountingReceiver receiver = new CountingReceiver(Delay.NONE, false)) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), receiver.port());
            assertThat(Floor.measure(address, 200, 70_000, 4)).isPositive();
            assertThat(receiver.recipients()).isEqualTo(200);
            assertThat(receiver.lastAt()).isGreaterThanOrEqualTo(receiver.firstAt());
        }
    }

    @Test
    void delayedRepliesComeAllTheSame() throws Exception {
        try (CountingReceiver receiver = new CountingReceiver(new Delay(1, 3), false)) {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), receiver.port());
            Floor.measure(address, 20, 1000, 4);
            assertThat(receiver.recipients()).isEqualTo(20);
        }
    }

    @Test
    void reportNamesTheMiddleRun() {
        BenchReport report = BenchReport.of(
                BenchOptions.parse(List.of()), 20_000, List.of(result(3), result(1), result(2)), Optional.of(4L));
        assertThat(report.median().ratePerSecond()).isEqualTo(2);
        assertThat(report.table()).contains("median").contains("50 % of it");
    }

    private static BenchResult result(double rate) {
        return new BenchResult(rate, 1, 20, 30, 100, 1, 1);
    }
}
