package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.delivery.LedgerUnderTest.personal;
import static org.sampan.mailserver.delivery.LedgerUnderTest.reader;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.delivery.DeliveryProgress.State;
import org.sampan.mailserver.delivery.DeliveryTime.QuietHours;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Audience;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** Copies wait in the ledger for an hour of their readers' own day. */
@ExtendWith(TestDatabase.class)
class TimedDeliveriesTest {
    private static final NodeName NODE = new NodeName("harbour", "1");
    private static final NodeName OTHER = new NodeName("riverside", "1");

    private final Database database;
    private final LedgerUnderTest ledger;

    TimedDeliveriesTest(Database database) {
        this.database = database;
        this.ledger = new LedgerUnderTest(database);
    }

    @Test
    void eachZoneHasItsOwnBatchesAndThoseOfOneHourShareThem() {
        MailingList list = ledger.listOf(6);
        zone(0, "Asia/Yangon");
        zone(1, "Asia/Bangkok");
        zone(2, "Asia/Ho_Chi_Minh");
        zone(3, "Nowhere/AtAll");
        zone(4, "UTC");
        ledger.fanOut(list, at(in(Duration.ofHours(-1))));
        assertThat(dues()).containsExactly("0: 2", "1: 1", "2: 3");
    }

    @Test
    void nothingIsClaimedBeforeItsHour() {
        MailingList list = ledger.listOf(501);
        zone(0, "Asia/Bangkok");
        PostId post = ledger.fanOut(list, at(in(Duration.ofHours(1))));
        assertThat(ledger.batches().claim(NODE, 9)).isEmpty();
        DeliveryProgress waiting = ledger.progress(post);
        assertThat(waiting.state()).isEqualTo(State.WAITING);
        assertThat(waiting.recipients()).isEqualTo(501);
        assertThat(waiting.pace().nextDueAt())
                .isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)));
        ledger.letTheHourCome();
        assertThat(ledger.batches().claim(NODE, 9)).hasSize(2);
        assertThat(ledger.progress(post).state()).isEqualTo(State.SENDING);
        assertThat(ledger.progress(post).pace().nextDueAt()).isNull();
    }

    @Test
    void sendThatWaitsForItsNextZoneSaysSo() {
        MailingList list = ledger.listOf(2);
        zone(0, "Asia/Bangkok");
        PostId post = ledger.fanOut(list, quietFor(Duration.ofHours(-1), Duration.ofHours(1)));
        List<DeliveryBatch> claimed = ledger.batches().claim(NODE, 9);
        assertThat(claimed).extracting(DeliveryBatch::open).containsExactly(1);
        assertThat(ledger.progress(post).state()).isEqualTo(State.SENDING);
        assertThat(ledger.progress(post).secondsLeft()).isEmpty();
        sent(claimed.get(0));
        DeliveryProgress progress = ledger.progress(post);
        assertThat(progress.state()).isEqualTo(State.WAITING);
        assertThat(progress.pace().perSecond()).isZero();
        assertThat(progress.pace().nextDueAt()).isNotNull();
        ledger.letTheHourCome();
        sent(ledger.batches().claim(NODE, 9).get(0));
        assertThat(ledger.progress(post).state()).isEqualTo(State.FINISHED);
    }

    @Test
    void outsideTheNightItGoesAtOnce() {
        MailingList list = ledger.listOf(1);
        ledger.fanOut(list, quietFor(Duration.ofHours(2), Duration.ofHours(3)));
        assertThat(ledger.batches().claim(NODE, 9)).hasSize(1);
    }

    @Test
    void whatIsPausedOrCancelledDoesNotGoWhenItsHourComes() {
        HaltedDeliveries halted = new JdbcHaltedDeliveries(database);
        MailingList list = ledger.listOf(2);
        PostId paused = ledger.fanOut(list, at(in(Duration.ofHours(1))));
        PostId cancelled = ledger.fanOut(list, at(in(Duration.ofHours(1))));
        assertThat(halted.pause(paused, "kanya")).isTrue();
        assertThat(halted.cancel(cancelled, "kanya")).isTrue();
        ledger.letTheHourCome();
        assertThat(ledger.batches().claim(NODE, 9)).isEmpty();
        assertThat(ledger.progress(cancelled).cancelled()).isEqualTo(2);
        assertThat(halted.resume(paused)).isTrue();
        assertThat(ledger.batches().claim(NODE, 9)).hasSize(1);
    }

    @Test
    void hourThatCameIsNotForgottenByANodeThatDies() {
        ledger.fanOut(ledger.listOf(1), at(in(Duration.ofHours(1))));
        ledger.letTheHourCome();
        assertThat(ledger.batches().claim(NODE, 9)).hasSize(1);
        assertThat(ledger.batches().claim(OTHER, 9)).isEmpty();
        ledger.letLeasesRunOut();
        assertThat(ledger.batches().claim(OTHER, 9)).hasSize(1);
    }

    @Test
    void expiryCountsFromTheHour() {
        MailingList list = ledger.listOf(1);
        Instant expires = Instant.now().plus(Duration.ofDays(4));
        PostId post = ledger.newPost(list);
        ledger.deliveries().fanOut(list, post, at(in(Duration.ofHours(10))), personal(expires));
        ledger.letTheHourCome();
        long delivery = ledger.batches().claim(NODE, 1).get(0).delivery();
        assertThat(ledger.batches().message(delivery).orElseThrow().message().expiresAt())
                .isBetween(
                        expires.plus(Duration.ofHours(10)).minusSeconds(90),
                        expires.plus(Duration.ofHours(10)).plusSeconds(90));
    }

    @Test
    void claimReadsOnlyWhatMayGo() {
        List<String> plan = database.jdbi().inTransaction(handle -> {
            handle.execute("set local enable_seqscan = off");
            return handle.createQuery(
                            "explain select id from delivery_batch where state = 'waiting' and due_at <= now()")
                    .mapTo(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan)).contains("delivery_batch_due");
    }

    @Test
    void whatWaitsForItsHourIsNoQueueThatStands() {
        ledger.fanOut(ledger.listOf(1), at(in(Duration.ofHours(1))));
        database.jdbi()
                .useHandle(handle -> handle.execute("update delivery set created_at = now() - interval '5 hours'"));
        JdbcDeliveryFigures figures = new JdbcDeliveryFigures(database);
        assertThat(figures.underWay().oldestSeconds()).isZero();
        ledger.letTheHourCome();
        database.jdbi()
                .useHandle(handle -> handle.execute("update delivery_batch set due_at = now() - interval '1 hour'"));
        ledger.batches().claim(NODE, 1);
        assertThat(figures.underWay().oldestSeconds()).isBetween(3500.0, 3700.0);
    }

    private void zone(int reader, String zone) {
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "update person set timezone = ? where email = ?",
                        zone,
                        reader(reader).key()));
    }

    /** A minute of the day in UTC, so that no test is at the mercy of the hour it is run at. */
    private static LocalTime in(Duration wait) {
        return Instant.now()
                .plus(wait)
                .atZone(ZoneOffset.UTC)
                .toLocalTime()
                .withSecond(0)
                .withNano(0);
    }

    private static Readership at(LocalTime at) {
        return readership(new DeliveryTime(Optional.of(at), Optional.empty()));
    }

    private static Readership quietFor(Duration from, Duration to) {
        return readership(new DeliveryTime(Optional.empty(), Optional.of(new QuietHours(in(from), in(to)))));
    }

    private static Readership readership(DeliveryTime time) {
        return new Readership(Audience.OF_EACH_POST, Correspondents.NOBODY, time);
    }

    /** Number of the hour in their order, and how many readers it has. */
    private List<String> dues() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("select (dense_rank() over (order by due_at) - 1) || ': '"
                                + " || cardinality(recipients) from delivery_batch where state = 'waiting' and turn = 0"
                                + " order by due_at")
                        .mapTo(String.class)
                        .list());
    }

    private void sent(DeliveryBatch batch) {
        long[] persons = batch.recipients();
        ledger.batches()
                .record(
                        NODE,
                        Arrays.stream(persons).mapToObj(it -> told(batch, it)).toList());
    }

    private static CopyOutcome told(DeliveryBatch batch, long person) {
        int index = Arrays.stream(batch.recipients()).boxed().toList().indexOf(person);
        return new CopyOutcome(batch.delivery(), batch.id(), index, person, "x.example", Outcome.SENT, 1, "", null);
    }
}
