package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.delivery.DeliveryBatch;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.delivery.NodeName;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@Tag("faults")
@ExtendWith(TestDatabase.class)
class DatabaseTroubleTest {
    private final Database database;
    private final LedgerUnderTest ledger;

    DatabaseTroubleTest(Database database) {
        this.database = database;
        this.ledger = new LedgerUnderTest(database);
    }

    /** Between the claim of a batch and the look at its recipients the database goes. */
    @Test
    void batchWhoseRecipientsCouldNotBeReadIsSentLater() throws IOException {
        MailingList list = ledger.listOf(700);
        PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
        rename("person", "away");
        try (Receiver receiver = Receiver.start();
                DeliveryEngine engine = new EngineUnderTest(database).engine(receiver.port(), 4)) {
            engine.start();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ledger.progress(post).startedAt() != null);
            rename("away", "person");
            await().atMost(Duration.ofSeconds(60)).until(() -> {
                ledger.letLeasesRunOut();
                return ledger.isFinished(post);
            });
            assertThat(receiver.taken()).hasSize(700);
            assertThat(ledger.progress(post).sent()).isEqualTo(700);
        }
    }

    /** A crash of the database took the claim, and the next look at it gave it to us again. */
    @Test
    void lostBatchIsNotTakenUpAgainBeforeEverythingOfItIsWritten() {
        ledger.fanOut(ledger.listOf(2), LedgerUnderTest.personal());
        NodeName node = new NodeName("harbour", "1");
        Leases leases = new Leases(2, () -> {});
        DeliveryBatch batch = ledger.batches().claim(node, 1).get(0);
        Lease lease = leases.begin(batch, System.nanoTime()).orElseThrow();
        leases.settled(lease);
        database.jdbi()
                .useHandle(handle -> handle.execute("update delivery_batch set state = 'ready', leased_by = null"));
        leases.renew(ledger.batches(), node);
        assertThat(lease.isLost()).isTrue();
        DeliveryBatch again = ledger.batches().claim(node, 1).get(0);
        assertThat(leases.begin(again, System.nanoTime())).isEmpty();
        leases.settled(lease);
        leases.written(lease);
        leases.written(lease);
        assertThat(leases.begin(again, System.nanoTime())).isPresent();
    }

    private void rename(String from, String to) {
        database.jdbi().useHandle(handle -> handle.execute("alter table " + from + " rename to " + to));
    }
}
