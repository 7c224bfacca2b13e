package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.delivery.DeliveryProgress;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.delivery.NodeName;
import org.sampan.mailserver.delivery.RecipientStatus.Status;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.smtp.Receiver.Faults;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class DeliveryEngineTest {
    private static final Set<String> PIPELINING = Set.of("PIPELINING", "8BITMIME");
    private static final Set<String> CHUNKING = Set.of("PIPELINING", "CHUNKING", "8BITMIME", "SIZE 1000000");
    private static final Set<String> PLAIN = Set.of("8BITMIME");

    private final LedgerUnderTest ledger;
    private final EngineUnderTest under;

    DeliveryEngineTest(Database database) {
        ledger = new LedgerUnderTest(database);
        under = new EngineUnderTest(database);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PIPELINING", "CHUNKING", "PLAIN"})
    void everySubscriberGetsOneCopyOfTheirOwn(String offered) throws IOException {
        MailingList list = ledger.listOf(1200);
        try (Receiver receiver = Receiver.start(capabilities(offered), Faults.NONE);
                DeliveryEngine engine = under.engine(receiver.port(), 8)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            awaitFinish(post);

            assertThat(receiver.taken()).hasSize(1200);
            assertThat(receiver.taken().values()).containsOnly(1);
            assertThat(ledger.progress(post).sent()).isEqualTo(1200);
            assertThat(receiver.messages()).allSatisfy(DeliveryEngineTest::isThatReadersOwn);
        }
    }

    @Test
    void identicalCopiesShareTransactions() throws IOException {
        MailingList list = ledger.listOf(1200);
        try (Receiver receiver = Receiver.start();
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            engine.start();
            awaitFinish(ledger.fanOut(list, LedgerUnderTest.uniform()));
            assertThat(receiver.taken()).hasSize(1200);
            assertThat(receiver.taken().values()).containsOnly(1);
            assertThat(receiver.messages()).hasSizeLessThan(100);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MAIL, 451, PIPELINING",
        "RCPT, 450, PIPELINING",
        "DATA, 452, PIPELINING",
        "DOT, 451, PIPELINING",
        "MAIL, 451, CHUNKING",
        "RCPT, 450, CHUNKING",
        "BDAT, 452, CHUNKING",
        "MAIL, 451, PLAIN",
        "RCPT, 450, PLAIN",
        "DATA, 452, PLAIN",
        "DOT, 451, PLAIN"
    })
    void whoeverIsPutOffGetsTheirCopyLater(String place, int code, String offered) throws IOException {
        MailingList list = ledger.listOf(100);
        AtomicBoolean ill = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        Faults faults = (at, argument, connection) ->
                at.equals(place) && ill.get() && asked.incrementAndGet() % 3 == 0 ? code + " 4.2.0 later" : null;
        try (Receiver receiver = Receiver.start(capabilities(offered), faults);
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            await().atMost(Duration.ofSeconds(20)).until(() -> isAllSettled(ledger.progress(post)));
            assertThat(ledger.progress(post).deferred()).isBetween(30L, 36L);
            assertThat(ledger.progress(post).finishedAt()).isNull();

            ill.set(false);
            ledger.letTimeGoBy();
            awaitFinish(post);
            assertThat(receiver.taken()).hasSize(100);
            assertThat(receiver.taken().values()).containsOnly(1);
            assertThat(ledger.progress(post).sent()).isEqualTo(100);
            assertThat(under.refusals()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RCPT, 550, PIPELINING",
        "DATA, 554, PIPELINING",
        "DOT, 552, PIPELINING",
        "RCPT, 550, CHUNKING",
        "BDAT, 554, CHUNKING",
        "RCPT, 550, PLAIN",
        "DOT, 554, PLAIN"
    })
    void whoeverIsRefusedIsToldOnceToTheListeners(String place, int code, String offered) throws IOException {
        MailingList list = ledger.listOf(100);
        AtomicInteger asked = new AtomicInteger();
        Faults faults = (at, argument, connection) ->
                at.equals(place) && asked.incrementAndGet() % 4 == 0 ? code + " 5.1.1 unknown user" : null;
        try (Receiver receiver = Receiver.start(capabilities(offered), faults);
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            awaitFinish(post);
            assertThat(ledger.progress(post).sent()).isEqualTo(75);
            assertThat(ledger.progress(post).failed()).isEqualTo(25);
            assertThat(receiver.taken()).hasSize(75);
            assertThat(under.refusals()).hasSize(25).allMatch(it -> it.endsWith(code + " 5.1.1 unknown user"));
        }
    }

    @Test
    void refusedSenderIsNobodysBounce() throws IOException {
        MailingList list = ledger.listOf(5);
        Faults faults = (at, argument, connection) -> at.equals("MAIL") ? "553 5.7.1 not you" : null;
        try (Receiver receiver = Receiver.start(PIPELINING, faults);
                DeliveryEngine engine = under.engine(receiver.port(), 2)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            awaitFinish(post);
            assertThat(ledger.progress(post).failed()).isEqualTo(5);
            assertThat(under.refusals()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, close",
        "CONNECT, hang",
        "CONNECT, 421 4.7.0 busy",
        "CONNECT, 554 5.7.1 go away",
        "EHLO, close",
        "EHLO, 421 4.7.0 busy",
        "MAIL, close",
        "MAIL, 421 4.7.0 busy",
        "RCPT, close",
        "RCPT, hang",
        "RCPT, 421 4.7.0 busy",
        "DATA, close",
        "DATA, 421 4.7.0 busy",
        "BODY, close",
        "BODY, hang",
        "DOT, close",
        "DOT, 421 4.7.0 busy"
    })
    void brokenConnectionsLoseNobody(String place, String fault) throws IOException {
        MailingList list = ledger.listOf(200);
        AtomicInteger asked = new AtomicInteger();
        Faults faults = (at, argument, connection) ->
                at.equals(place) && connection < 40 && asked.incrementAndGet() % (at.equals("BODY") ? 101 : 7) == 0
                        ? fault
                        : null;
        try (Receiver receiver = Receiver.start(PIPELINING, faults);
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            awaitFinishWithRetries(post);
            assertThat(receiver.taken()).hasSize(200);
            assertThat(receiver.taken().values()).containsOnly(1);
            assertThat(ledger.progress(post).sent()).isEqualTo(200);
        }
    }

    @Test
    void answerThatGotLostDoublesOnlyWhatWasUnderWay() throws IOException {
        MailingList list = ledger.listOf(200);
        AtomicInteger asked = new AtomicInteger();
        Faults faults = (at, argument, connection) ->
                at.equals("DOT") && asked.incrementAndGet() % 50 == 0 ? Faults.TAKE_AND_CLOSE : null;
        try (Receiver receiver = Receiver.start(PIPELINING, faults);
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            awaitFinishWithRetries(post);
            assertThat(receiver.taken()).hasSize(200);
            int doubled =
                    receiver.taken().values().stream().mapToInt(it -> it - 1).sum();
            assertThat(doubled).isBetween(1, 4);
        }
    }

    @Test
    void relayThatIsDownKeepsMailInLineAndMarksNobody() throws IOException {
        MailingList list = ledger.listOf(50);
        int port;
        try (Receiver notYet = Receiver.start()) {
            port = notYet.port();
        }
        try (DeliveryEngine engine = under.engine(port, 4)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            await().atMost(Duration.ofSeconds(10))
                    .until(() -> ledger.progress(post).startedAt() != null);
            try (Receiver receiver = Receiver.start(port)) {
                awaitFinish(post);
                assertThat(receiver.taken()).hasSize(50);
                assertThat(ledger.progress(post).deferred()).isZero();
            }
        }
    }

    @Test
    void whoLeftMeanwhileGetsNothing() throws IOException {
        MailingList list = ledger.listOf(3);
        try (Receiver receiver = Receiver.start();
                DeliveryEngine engine = under.engine(receiver.port(), 2)) {
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            ledger.members().remove(list, LedgerUnderTest.reader(1));
            engine.start();
            awaitFinish(post);
            assertThat(receiver.taken()).hasSize(2);
            assertThat(ledger.progress(post).left()).isEqualTo(1);
            assertThat(ledger.deliveries().status(post, LedgerUnderTest.reader(1)))
                    .hasValueSatisfying(it -> assertThat(it.status()).isEqualTo(Status.LEFT));
        }
    }

    @Test
    void noticeGoesToItsOneAddress() throws IOException {
        ledger.listOf(0);
        try (Receiver receiver = Receiver.start();
                DeliveryEngine engine = under.engine(receiver.port(), 2)) {
            engine.start();
            ledger.deliveries()
                    .send(new EmailAddress("bob@riverside.example"), Optional.empty(), LedgerUnderTest.uniform());
            await().atMost(Duration.ofSeconds(10)).until(() -> receiver.taken().size() == 1);
            assertThat(receiver.taken()).containsOnlyKeys("bob@riverside.example");
        }
    }

    @Test
    void anotherNodeGoesOnWhereADeadOneStopped() throws IOException {
        MailingList list = ledger.listOf(1500);
        try (Receiver receiver = Receiver.start();
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            assertThat(ledger.batches().claim(new NodeName("other", "dead"), 2)).hasSize(2);
            engine.start();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ledger.progress(post).sent() == 500);
            assertThat(ledger.isFinished(post)).isFalse();
            ledger.letLeasesRunOut();
            awaitFinish(post);
            assertThat(receiver.taken()).hasSize(1500);
            assertThat(receiver.taken().values()).containsOnly(1);
        }
    }

    @Test
    void restartedNodeTakesBackWhatItHeld() throws IOException {
        MailingList list = ledger.listOf(700);
        try (Receiver receiver = Receiver.start();
                DeliveryEngine engine = under.engine(receiver.port(), 4, "harbour")) {
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            assertThat(ledger.batches().claim(new NodeName("harbour", "before"), 5))
                    .hasSize(2);
            engine.start();
            awaitFinish(post);
            assertThat(receiver.taken()).hasSize(700);
        }
    }

    @Test
    void stoppedEngineGivesEverythingBack() throws IOException {
        MailingList list = ledger.listOf(3000);
        try (Receiver receiver = Receiver.start()) {
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            try (DeliveryEngine first = under.engine(receiver.port(), 4)) {
                first.start();
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> receiver.taken().size() > 200);
            }
            assertThat(ledger.progress(post).sent()).isEqualTo(receiver.taken().size());
            try (DeliveryEngine second = under.engine(receiver.port(), 4)) {
                second.start();
                awaitFinish(post);
            }
            assertThat(receiver.taken()).hasSize(3000);
            assertThat(receiver.taken().values()).containsOnly(1);
        }
    }

    private void awaitFinish(PostId post) {
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger.isFinished(post));
    }

    private void awaitFinishWithRetries(PostId post) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            ledger.letTimeGoBy();
            return ledger.isFinished(post);
        });
    }

    private static boolean isAllSettled(DeliveryProgress progress) {
        return progress.sent() + progress.deferred() + progress.failed() + progress.left() == progress.recipients();
    }

    private static void isThatReadersOwn(Receiver.Taken taken) {
        assertThat(taken.recipients()).hasSize(1);
        String detail = taken.sender()
                .substring("mekong-news-bounces+".length(), taken.sender().indexOf('@'));
        assertThat(VerpAddress.parse(detail, EngineUnderTest.KEY)).isPresent();
        assertThat(taken.content())
                .endsWith("six.\r\n.\r\n..two dots\r\n-- \r\nFor "
                        + taken.recipients().get(0) + "\r\n")
                .doesNotContain(LedgerUnderTest.MARKER);
    }

    private static Set<String> capabilities(String offered) {
        return switch (offered) {
            case "CHUNKING" -> CHUNKING;
            case "PIPELINING" -> PIPELINING;
            default -> PLAIN;
        };
    }
}
