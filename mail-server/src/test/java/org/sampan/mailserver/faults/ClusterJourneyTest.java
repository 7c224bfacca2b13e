package org.sampan.mailserver.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
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

/** Two mail servers with data folders of their own, on one PostgreSQL and one ActiveMQ; one of them dies and does not come back. */
@Tag("faults")
@Tag("long")
@ExtendWith(TestDatabase.class)
class ClusterJourneyTest {
    private static final int RECIPIENTS = 20_000;
    private static final int CONNECTIONS = 16;
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /**
     * What a machine that is gone for good takes with it beyond that: answers it had, but not yet in the ledger. One group is being
     * written, another gathers for 50 ms, at the 1,600 a second that this receiver takes from a node.
     */
    private static final int LAST_MOMENTS = 240;

    private static final Faults SLOWLY = (place, argument, connection) -> {
        if (place.equals("DOT")) {
            LockSupport.parkNanos(10_000_000);
        }
        return null;
    };

    @TempDir
    private Path folder;

    @Test
    void whatADeadNodeLeftTheOtherFinishes(Settings.Database settings, Database database) throws Exception {
        int doubled = doubledWhenOneOfTwoIsKilled(settings, new LedgerUnderTest(database), false);
        assertThat(doubled).isLessThanOrEqualTo(CONNECTIONS + LAST_MOMENTS);
    }

    @Test
    void nodeThatComesBackTellsWhatItHadSent(Settings.Database settings, Database database) throws Exception {
        int doubled = doubledWhenOneOfTwoIsKilled(settings, new LedgerUnderTest(database), true);
        assertThat(doubled).isLessThanOrEqualTo(CONNECTIONS);
    }

    private int doubledWhenOneOfTwoIsKilled(Settings.Database settings, LedgerUnderTest ledger, boolean comesBack)
            throws Exception {
        ledger.listOf(0);
        FaultPlan plan = new FaultPlan("nodeKills", 1, RECIPIENTS);
        try (SharedBrokerService broker = SharedBrokerService.start(folder.resolve("broker"));
                Receiver receiver = Receiver.start(Set.of("PIPELINING"), SLOWLY);
                ServerUnderFire one = node(settings, "one", receiver, broker);
                ServerUnderFire two = node(settings, "two", receiver, broker)) {
            one.subscribe(RECIPIENTS);
            assertThat(one.post("To everybody")).startsWith("250");
            int enough = RECIPIENTS / 4 + (int) plan.nextMillis(RECIPIENTS / 4);
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> receiver.account().reached() >= enough);
            one.kill();
            try (@Nullable ServerUnderFire again = comesBack ? node(settings, "one", receiver, broker) : null) {
                PostId post = new PostId(two.newestPost());
                await().atMost(PATIENCE).until(() -> ledger.isFinished(post));
                Outcomes.agree(ledger.statuses(post), receiver.account());
                assertThat(again != null).isEqualTo(comesBack);
            }
            assertThat(receiver.account().reached()).isEqualTo(RECIPIENTS);
            int doubled = receiver.account().doubled();
            System.out.println("doubled " + doubled + " after " + enough);
            assertThat(two.post("Life goes on")).startsWith("250");
            return doubled;
        }
    }

    private ServerUnderFire node(Settings.Database settings, String name, Receiver receiver, SharedBrokerService broker)
            throws Exception {
        return ServerUnderFire.start(settings, folder.resolve(name), receiver.port(), broker.environment());
    }
}
