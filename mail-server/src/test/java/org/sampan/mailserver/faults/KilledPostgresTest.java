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
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.smtp.Receiver.Faults;
import org.sampan.mailserver.storage.Database;

/** PostgreSQL dies during one send, by SIGKILL and by an immediate stop in turn, and comes back; the server is not started again. */
@Tag("faults")
class KilledPostgresTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Faults SLOWLY = (place, argument, connection) -> {
        if (place.equals("DOT")) {
            LockSupport.parkNanos(10_000_000);
        }
        return null;
    };

    @TempDir
    private Path folder;

    @Test
    void nobodyIsLostAndNobodyIsDoubled() throws IOException {
        FaultPlan plan = new FaultPlan("databaseKills", 2, 3_000);
        try (KillablePostgres postgres = KillablePostgres.start(folder.resolve("postgres"));
                Receiver receiver = Receiver.start(Set.of("PIPELINING"), SLOWLY);
                ServerUnderFire server =
                        ServerUnderFire.start(postgres.settings(), folder.resolve("data"), receiver.port())) {
            server.subscribe(plan.recipients());
            assertThat(server.post("To everybody")).startsWith("250");
            int open = 0;
            for (int kill = 1; kill <= plan.times(); kill++) {
                int enough = plan.enoughFor(kill);
                await().atMost(PATIENCE)
                        .pollInterval(Duration.ofMillis(1))
                        .until(() -> receiver.account().reached() >= enough);
                plan.waitAMoment();
                open += receiver.openConnections();
                die(postgres, kill);
                assertThat(server.post("Nobody is there")).startsWith("4");
                postgres.startAgain();
            }
            try (Database database = Database.open(postgres.settings())) {
                LedgerUnderTest ledger = new LedgerUnderTest(database);
                PostId post = new PostId(server.newestPost());
                await().atMost(PATIENCE).until(() -> ledger.isFinished(post));
                Outcomes.agree(ledger.statuses(post), receiver.account());
            }
            System.out.println("doubled " + receiver.account().doubled() + ", connections open at the kills " + open);
            assertThat(receiver.account().reached()).isEqualTo(plan.recipients());
            assertThat(receiver.account().doubled()).isLessThanOrEqualTo(open);
        }
    }

    private static void die(KillablePostgres postgres, int kill) throws IOException {
        if (kill % 2 == 1) {
            postgres.kill();
        } else {
            postgres.stopImmediately();
        }
    }
}
