package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.smtp.Receiver.Faults;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** {@code -Dfaults.kills=20 -Dfaults.recipients=10000} for the long way. */
@Tag("faults")
@ExtendWith(TestDatabase.class)
class KilledEngineTest {
    private static final int KILLS = Integer.getInteger("faults.kills", 3);
    private static final int RECIPIENTS = Integer.getInteger("faults.recipients", 2000);
    private static final int CONNECTIONS = 8;
    private static final Faults SLOWLY = (place, argument, connection) -> {
        if (place.equals("DOT")) {
            LockSupport.parkNanos(4_000_000);
        }
        return null;
    };

    private final LedgerUnderTest ledger;
    private final Settings.Database settings;

    KilledEngineTest(Database database, Settings.Database settings) {
        this.ledger = new LedgerUnderTest(database);
        this.settings = settings;
    }

    @Test
    void killedEngineLosesNobodyAndDoublesOnlyWhatWasUnderWay() throws Exception {
        MailingList list = ledger.listOf(RECIPIENTS);
        PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
        Random random = new Random(RECIPIENTS);
        try (Receiver receiver = Receiver.start(Set.of("PIPELINING"), SLOWLY)) {
            int share = RECIPIENTS / (KILLS + 1);
            for (int kill = 1; kill <= KILLS; kill++) {
                int enough = share * (kill - 1) + 1 + random.nextInt(share);
                try (EngineProcess engine = EngineProcess.start(settings, receiver.port(), CONNECTIONS)) {
                    await().atMost(Duration.ofSeconds(60))
                            .pollInterval(Duration.ofMillis(1))
                            .until(() -> receiver.taken().size() >= enough);
                    engine.kill();
                }
            }
            try (EngineProcess engine = EngineProcess.start(settings, receiver.port(), CONNECTIONS)) {
                await().atMost(Duration.ofSeconds(120)).until(() -> ledger.isFinished(post));
            }
            Map<String, Integer> taken = receiver.taken();
            assertThat(taken).hasSize(RECIPIENTS);
            assertThat(ledger.progress(post).sent()).isEqualTo(RECIPIENTS);
            int doubled = taken.values().stream().mapToInt(it -> it - 1).sum();
            assertThat(doubled).isLessThanOrEqualTo(KILLS * CONNECTIONS);
        }
    }
}
