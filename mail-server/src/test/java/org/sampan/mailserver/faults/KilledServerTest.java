package org.sampan.mailserver.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.smtp.Receiver.Faults;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** SIGKILL to the server, again and again during one send; it is started again each time. */
@Tag("faults")
@Tag("long")
@ExtendWith(TestDatabase.class)
class KilledServerTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Faults SLOWLY = (place, argument, connection) -> {
        if (place.equals("DOT")) {
            LockSupport.parkNanos(4_000_000);
        }
        return null;
    };

    @TempDir
    private Path data;

    @Test
    void nobodyIsLostAndAtMostWhoWasUnderWayIsDoubled(Settings.Database settings, Database database)
            throws IOException {
        FaultPlan plan = new FaultPlan("kills", 20, 10_000);
        LedgerUnderTest ledger = new LedgerUnderTest(database);
        try (Receiver receiver = Receiver.start(Set.of("PIPELINING"), SLOWLY)) {
            int open = 0;
            try (ServerUnderFire first = ServerUnderFire.start(settings, data, receiver.port())) {
                first.subscribe(plan.recipients());
                assertThat(first.post("To everybody")).startsWith("250");
                open += killInTheMiddle(first, receiver, plan, 1);
            }
            for (int kill = 2; kill <= plan.times(); kill++) {
                try (ServerUnderFire next = ServerUnderFire.start(settings, data, receiver.port())) {
                    open += killInTheMiddle(next, receiver, plan, kill);
                }
            }
            try (ServerUnderFire last = ServerUnderFire.start(settings, data, receiver.port())) {
                PostId post = new PostId(last.newestPost());
                await().atMost(PATIENCE).until(() -> ledger.isFinished(post));
                Outcomes.agree(ledger.statuses(post), receiver.account());
            }
            assertThat(receiver.account().reached()).isEqualTo(plan.recipients());
            System.out.println("doubled " + receiver.account().doubled() + ", connections open at the kills " + open);
            assertThat(receiver.account().doubled()).isLessThanOrEqualTo(open);
        }
    }

    /** @return how many connections were open */
    private static int killInTheMiddle(ServerUnderFire server, Receiver receiver, FaultPlan plan, int kill) {
        int enough = plan.enoughFor(kill);
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(1))
                .until(() -> receiver.account().reached() >= enough);
        plan.waitAMoment();
        int open = receiver.openConnections();
        server.kill();
        return open;
    }
}
