package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.delivery.DeliveryProgress.State;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcDeliveriesTest implements DeliveriesContract {
    private final Database database;
    private final LedgerUnderTest ledger;

    JdbcDeliveriesTest(Database database) {
        this.database = database;
        ledger = new LedgerUnderTest(database);
    }

    @Override
    public LedgerUnderTest ledger() {
        return ledger;
    }

    /** As with {@code delivery.hold}. */
    @Test
    void heldSendWaitsForAPersonButOneToNobodyIsFinished() {
        Deliveries held = new JdbcDeliveries(database, true);
        MailingList list = ledger.listOf(2);
        PostId post = ledger.newPost(list);

        held.fanOut(list, post, LedgerUnderTest.personal());
        held.send(LedgerUnderTest.reader(0), Optional.empty(), LedgerUnderTest.personal());

        assertThat(ledger.progress(post).state()).isEqualTo(State.PAUSED);
        assertThat(ledger.progress(post).halt())
                .hasValueSatisfying(it -> assertThat(it.by()).isEqualTo("delivery.hold"));
        assertThat(ledger.batches().claim(NODE, 10)).hasSize(1);
        assertThat(new JdbcHaltedDeliveries(database).resume(post)).isTrue();
        assertThat(ledger.batches().claim(NODE, 10)).hasSize(1);
        MailingList empty = ledger.listOf(0);
        PostId toNobody = ledger.newPost(empty);
        held.fanOut(empty, toNobody, LedgerUnderTest.personal());
        assertThat(ledger.progress(toNobody).state()).isEqualTo(State.FINISHED);
        assertThat(ledger.progress(toNobody).halt()).isEmpty();
    }
}
