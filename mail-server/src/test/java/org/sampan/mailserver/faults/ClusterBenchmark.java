package org.sampan.mailserver.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.smtp.Receiver.Faults;

/** How much faster two mail servers are than one where the receiver holds its answers back. It measures; it asserts no time. */
class ClusterBenchmark {
    private static final int RECIPIENTS = Integer.getInteger("cluster.recipients", 20_000);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** 20 to 50 ms before each message is taken. */
    private static final Faults HELD_BACK = (place, argument, connection) -> {
        if (place.equals("DOT")) {
            LockSupport.parkNanos(1_000_000L * ThreadLocalRandom.current().nextInt(20, 51));
        }
        return null;
    };

    @TempDir
    private Path folder;

    @Test
    void oneServerAndThenTwo() throws Exception {
        double one = recipientsPerSecond(1);
        double two = recipientsPerSecond(2);
        System.out.printf(
                Locale.ROOT,
                "{\"recipients\":%d,\"one\":%.0f,\"two\":%.0f,\"times\":%.2f}%n",
                RECIPIENTS,
                one,
                two,
                two / one);
    }

    private double recipientsPerSecond(int servers) throws Exception {
        Path own = folder.resolve("of" + servers);
        List<ServerUnderFire> running = new ArrayList<>();
        try (KillablePostgres postgres = KillablePostgres.start(own.resolve("postgres"));
                SharedBrokerService broker = SharedBrokerService.start(own.resolve("broker"));
                Receiver receiver = Receiver.start(Set.of("PIPELINING"), HELD_BACK)) {
            Map<String, String> environment = broker.environment();
            for (int i = 1; i <= servers; i++) {
                running.add(ServerUnderFire.start(
                        postgres.settings(), own.resolve("node" + i), receiver.port(), environment));
            }
            running.get(0).subscribe(RECIPIENTS);
            assertThat(running.get(0).post("To everybody")).startsWith("250");
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(1))
                    .until(() -> receiver.account().reached() > 0);
            long begin = System.nanoTime();
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> receiver.account().reached() == RECIPIENTS);
            return RECIPIENTS * 1e9 / (System.nanoTime() - begin);
        } finally {
            running.forEach(ServerUnderFire::close);
        }
    }
}
