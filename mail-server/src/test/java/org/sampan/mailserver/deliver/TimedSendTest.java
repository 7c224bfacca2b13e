package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.delivery.Correspondents;
import org.sampan.mailserver.delivery.DeliveryProgress.State;
import org.sampan.mailserver.delivery.DeliveryTime;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.delivery.Readership;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Audience;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** What waits for an hour goes when it comes, without anybody's doing. */
@ExtendWith(TestDatabase.class)
class TimedSendTest {
    private final LedgerUnderTest ledger;
    private final EngineUnderTest under;

    TimedSendTest(Database database) {
        ledger = new LedgerUnderTest(database);
        under = new EngineUnderTest(database);
    }

    @Test
    void everybodyGetsOneCopyWhenTheHourComesAndNothingBefore() throws Exception {
        LocalTime later =
                Instant.now().plus(Duration.ofHours(2)).atZone(ZoneOffset.UTC).toLocalTime();
        DeliveryTime time = DeliveryTime.parse("at=%tR".formatted(later)).orElseThrow();
        MailingList list = ledger.listOf(40);
        PostId post = ledger.fanOut(list, new Readership(Audience.OF_EACH_POST, Correspondents.NOBODY, time));
        PostId now = ledger.fanOut(list, LedgerUnderTest.personal());
        try (Receiver receiver = Receiver.start(Set.of("PIPELINING"), (place, argument, connection) -> null);
                DeliveryEngine engine = under.engine(receiver.port(), 2)) {
            engine.start();
            await().atMost(Duration.ofSeconds(30)).until(() -> ledger.isFinished(now));
            assertThat(receiver.taken().values()).hasSize(40).containsOnly(1);
            assertThat(ledger.progress(post).sent()).isZero();
            assertThat(ledger.progress(post).state()).isEqualTo(State.WAITING);
            ledger.letTheHourCome();
            await().atMost(Duration.ofSeconds(30)).until(() -> ledger.isFinished(post));
            assertThat(receiver.taken().values()).hasSize(40).containsOnly(2);
        }
    }
}
