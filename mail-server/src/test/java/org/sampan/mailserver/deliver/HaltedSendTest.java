package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.delivery.DeliveryProgress;
import org.sampan.mailserver.delivery.DeliveryProgress.State;
import org.sampan.mailserver.delivery.HaltedDeliveries;
import org.sampan.mailserver.delivery.JdbcHaltedDeliveries;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.smtp.Receiver.Faults;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** Sends stopped while copies are on their way, on two nodes, and by a node that is killed. */
@ExtendWith(TestDatabase.class)
class HaltedSendTest {
    private static final int RECIPIENTS = 2000;
    private static final int CONNECTIONS = 4;
    private static final Faults SLOWLY = (place, argument, connection) -> {
        if (place.equals("DOT")) {
            LockSupport.parkNanos(4_000_000);
        }
        return null;
    };

    private final LedgerUnderTest ledger;
    private final EngineUnderTest under;
    private final HaltedDeliveries halted;
    private final Settings.Database settings;

    HaltedSendTest(Database database, Settings.Database settings) {
        ledger = new LedgerUnderTest(database);
        under = new EngineUnderTest(database);
        halted = new JdbcHaltedDeliveries(database);
        this.settings = settings;
    }

    @Test
    void pauseStopsTwoNodesAtOnceAndResumeReachesEverybodyOnce() throws Exception {
        PostId post = ledger.fanOut(ledger.listOf(RECIPIENTS), LedgerUnderTest.personal());
        try (Receiver receiver = Receiver.start(Set.of("PIPELINING"), SLOWLY);
                DeliveryEngine one = under.engine(receiver.port(), CONNECTIONS);
                DeliveryEngine other = under.engine(receiver.port(), CONNECTIONS)) {
            one.start();
            other.start();
            awaitTaken(receiver, 200);
            assertThat(halted.pause(post, "Kanya")).isTrue();
            int taken = awaitQuiet(receiver);
            assertThat(taken).isLessThan(RECIPIENTS);
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            ledger.progress(post).sent() == receiver.taken().size());
            assertThat(ledger.progress(post).state()).isEqualTo(State.PAUSED);

            assertThat(halted.resume(post)).isTrue();
            await().atMost(Duration.ofSeconds(30)).until(() -> ledger.isFinished(post));
            assertThat(receiver.taken()).hasSize(RECIPIENTS);
            assertThat(receiver.taken().values()).containsOnly(1);
        }
    }

    @Test
    void cancelledSendCountsExactlyWhoGotIt() throws Exception {
        PostId post = ledger.fanOut(ledger.listOf(RECIPIENTS), LedgerUnderTest.personal());
        try (Receiver receiver = Receiver.start(Set.of("PIPELINING"), SLOWLY);
                DeliveryEngine one = under.engine(receiver.port(), CONNECTIONS);
                DeliveryEngine other = under.engine(receiver.port(), CONNECTIONS)) {
            one.start();
            other.start();
            awaitTaken(receiver, 200);
            assertThat(halted.cancel(post, "Kanya")).isTrue();
            awaitQuiet(receiver);
            await().atMost(Duration.ofSeconds(10))
                    .until(() ->
                            ledger.progress(post).sent() == receiver.taken().size());
            DeliveryProgress progress = ledger.progress(post);
            assertThat(progress.sent() + progress.cancelled()).isEqualTo(RECIPIENTS);
            assertThat(progress.cancelled()).isPositive();
            assertThat(receiver.taken().values()).containsOnly(1);

            PostId next = ledger.fanOut(listOfThatPost(), LedgerUnderTest.personal());
            await().atMost(Duration.ofSeconds(30)).until(() -> ledger.isFinished(next));
        }
    }

    @Test
    void killDuringAPauseLosesNobodyAndDoublesOnlyWhatWasUnderWay() throws Exception {
        PostId post = ledger.fanOut(ledger.listOf(RECIPIENTS), LedgerUnderTest.personal());
        try (Receiver receiver = Receiver.start(Set.of("PIPELINING"), SLOWLY)) {
            try (EngineProcess engine = EngineProcess.start(settings, receiver.port(), CONNECTIONS)) {
                awaitTaken(receiver, 200);
                assertThat(halted.pause(post, "Kanya")).isTrue();
                engine.kill();
            }
            try (EngineProcess engine = EngineProcess.start(settings, receiver.port(), CONNECTIONS)) {
                assertThat(halted.resume(post)).isTrue();
                await().atMost(Duration.ofSeconds(60)).until(() -> ledger.isFinished(post));
            }
            assertThat(receiver.taken()).hasSize(RECIPIENTS);
            assertThat(ledger.progress(post).sent()).isEqualTo(RECIPIENTS);
            int doubled =
                    receiver.taken().values().stream().mapToInt(it -> it - 1).sum();
            assertThat(doubled).isLessThanOrEqualTo(CONNECTIONS);
        }
    }

    @Test
    void killDuringACancelCountsAllButWhatWasUnderWay() throws Exception {
        PostId post = ledger.fanOut(ledger.listOf(RECIPIENTS), LedgerUnderTest.personal());
        try (Receiver receiver = Receiver.start(Set.of("PIPELINING"), SLOWLY)) {
            try (EngineProcess engine = EngineProcess.start(settings, receiver.port(), CONNECTIONS)) {
                awaitTaken(receiver, 200);
                assertThat(halted.cancel(post, "Kanya")).isTrue();
                engine.kill();
            }
            int taken = receiver.taken().size();
            try (EngineProcess engine = EngineProcess.start(settings, receiver.port(), CONNECTIONS)) {
                PostId next = ledger.fanOut(listOfThatPost(), LedgerUnderTest.personal());
                await().atMost(Duration.ofSeconds(60)).until(() -> ledger.isFinished(next));
            }
            DeliveryProgress progress = ledger.progress(post);
            assertThat(progress.sent() + progress.cancelled()).isEqualTo(RECIPIENTS);
            assertThat(progress.sent()).isBetween((long) taken - CONNECTIONS, (long) taken);
        }
    }

    @Test
    void refusalsPauseTheSendBeforeEverybodyRefuses() throws Exception {
        PostId post = ledger.fanOut(ledger.listOf(RECIPIENTS), LedgerUnderTest.personal());
        AtomicInteger asked = new AtomicInteger();
        Faults faults = (place, argument, connection) -> {
            if (place.equals("RCPT")) {
                LockSupport.parkNanos(4_000_000);
                return asked.incrementAndGet() % 3 == 0 ? "550 5.7.1 not from you" : null;
            }
            return null;
        };
        try (Receiver receiver = Receiver.start(Set.of("PIPELINING"), faults);
                DeliveryEngine engine = under.engine(receiver.port(), CONNECTIONS)) {
            engine.start();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> ledger.progress(post).state() == State.PAUSED);
            awaitQuiet(receiver);
            assertThat(ledger.progress(post).open()).isGreaterThan(RECIPIENTS / 2);
            assertThat(halted.tellOfOne(send -> {})).isTrue();
            halted.resume(post);
            await().atMost(Duration.ofSeconds(60)).until(() -> ledger.isFinished(post));
            assertThat(ledger.progress(post).sent()).isEqualTo(receiver.taken().size());
            assertThat(receiver.taken().values()).containsOnly(1);
        }
    }

    private MailingList listOfThatPost() {
        return new JdbcMailingLists(ledger.database()).all().get(0);
    }

    private static void awaitTaken(Receiver receiver, int copies) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(2))
                .until(() -> receiver.taken().size() >= copies);
    }

    /** Until nothing has come for a second. @return how many copies came */
    private static int awaitQuiet(Receiver receiver) {
        AtomicInteger before = new AtomicInteger(-1);
        await().atMost(Duration.ofSeconds(15))
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> before.getAndSet(receiver.taken().size())
                        == receiver.taken().size());
        return before.get();
    }
}
