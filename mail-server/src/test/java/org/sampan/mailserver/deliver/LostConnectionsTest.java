package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.smtp.Receiver.Faults;
import org.sampan.mailserver.smtp.Timeouts;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** Connections that break, hang, go half open or are slow: nobody is lost, and doubled only whoever was on them. */
@Tag("faults")
@ExtendWith(TestDatabase.class)
class LostConnectionsTest {
    private static final Set<String> CHUNKING = Set.of("PIPELINING", "CHUNKING");
    private static final Set<String> PIPELINING = Set.of("PIPELINING");

    /** Half a second for each block as elsewhere; but the answer comes when the last of them is read. */
    private static final Timeouts PATIENT_AT_THE_END = new Timeouts(
            EngineUnderTest.SHORT.connect(),
            EngineUnderTest.SHORT.command(),
            EngineUnderTest.SHORT.dataStart(),
            EngineUnderTest.SHORT.dataBlock(),
            Duration.ofSeconds(20));

    private final LedgerUnderTest ledger;
    private final EngineUnderTest under;

    LostConnectionsTest(Database database) {
        ledger = new LedgerUnderTest(database);
        under = new EngineUnderTest(database);
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, reset",
        "DATA, deaf",
        "BODY, reset",
        "BODY, deaf",
        "DOT, reset",
        "DOT, hang",
        "DOT, take-and-close",
        "BDAT, close",
        "BDAT, reset",
        "BDAT, hang",
        "BDAT, take-and-close"
    })
    void nobodyIsLostAndFewAreDoubled(String place, String fault) throws IOException {
        MailingList list = ledger.listOf(150);
        AtomicInteger asked = new AtomicInteger();
        AtomicInteger said = new AtomicInteger();
        int each = place.equals("BODY") ? 211 : 23;
        Faults faults = (at, argument, connection) -> {
            boolean ill = at.equals(place) && asked.incrementAndGet() % each == 0 && said.get() < 5;
            return ill && said.incrementAndGet() > 0 ? fault : null;
        };
        boolean chunks = place.equals("BDAT");
        try (Receiver receiver = Receiver.start(chunks ? CHUNKING : PIPELINING, faults);
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            awaitFinishWithRetries(post);
            Accounts.agree(ledger, post, receiver.account());
            assertThat(receiver.account().reached()).isEqualTo(150);
            assertThat(said).hasPositiveValue();
            // What was answered, but the answer went with the connection.
            int atMost = chunks ? ChunkDialogue.WINDOW : fault.equals("take-and-close") ? 1 : 0;
            assertThat(receiver.account().doubled()).isLessThanOrEqualTo(said.get() * atMost);
        }
    }

    @Test
    void relayThatGoesAwayForAWhileGetsTheRestWhenItIsBack() throws IOException {
        MailingList list = ledger.listOf(600);
        try (Receiver receiver = Receiver.start();
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            for (int times = 1; times <= 2; times++) {
                int enough = 150 * times;
                await().pollInterval(Duration.ofMillis(1))
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> receiver.account().reached() >= enough);
                int open = receiver.openConnections();
                receiver.refuseConnections();
                assertThat(open).isLessThanOrEqualTo(4);
                receiver.takeConnections();
            }
            awaitFinishWithRetries(post);
            Accounts.agree(ledger, post, receiver.account());
            assertThat(receiver.account().reached()).isEqualTo(600);
            assertThat(receiver.account().doubled()).isLessThanOrEqualTo(2 * 4);
        }
    }

    @Test
    void slowReaderGetsEverythingAndIsNotTakenForDead() throws IOException {
        MailingList list = ledger.listOf(4);
        try (Receiver receiver = Receiver.start()) {
            receiver.readSlowly(400);
            try (DeliveryEngine engine = under.engine(receiver.port(), 2, PATIENT_AT_THE_END)) {
                engine.start();
                PostId post = ledger.fanOut(list, big(400_000));
                await().atMost(Duration.ofSeconds(40)).until(() -> ledger.isFinished(post));
                assertThat(receiver.taken().values()).hasSize(4).containsOnly(1);
                assertThat(receiver.messages())
                        .allMatch(it ->
                                it.content().length() > 400_000 && it.content().endsWith("the end\r\n"));
            }
        }
    }

    private void awaitFinishWithRetries(PostId post) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            ledger.letTimeGoBy();
            return ledger.isFinished(post);
        });
    }

    private static Outgoing big(int bytes) {
        String line = "x".repeat(78) + "\r\n";
        String text = "Subject: Big\r\n\r\n" + line.repeat(bytes / line.length() + 1) + "the end\r\n";
        return new Outgoing(
                "mekong-news-bounces@lists.example",
                "",
                Map.of("", text.getBytes(StandardCharsets.UTF_8)),
                "",
                Instant.now().plus(Duration.ofDays(1)));
    }
}
