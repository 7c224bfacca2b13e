package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.sampan.mailserver.delivery.LedgerUnderTest.personal;
import static org.sampan.mailserver.delivery.LedgerUnderTest.reader;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.delivery.RecipientStatus.Status;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingListsContract;
import org.sampan.mailserver.membership.Audience;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcPersons;
import org.sampan.mailserver.membership.Members.NewMember;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** A correction reaches those who got what it corrects; a post to two lists reaches who is on both once, and no figure tells who that is. */
@ExtendWith(TestDatabase.class)
class PostsForSomeReadersTest {
    private static final NodeName NODE = new NodeName("harbour", "1");
    private static final String FIRST = "<statement.7@lists.example>";

    private final Database database;
    private final LedgerUnderTest ledger;

    PostsForSomeReadersTest(Database database) {
        this.database = database;
        this.ledger = new LedgerUnderTest(database);
    }

    @Test
    void correctionReachesWhomTheFirstPostReachedWhereverTheyAreNow() {
        MailingList list = ledger.listOf(6);
        PostId first = post(list, Readership.OF_EACH_POST);
        DeliveryBatch batch = claim();
        record(
                told(batch, 0, Outcome.SENT),
                told(batch, 1, Outcome.SENT),
                told(batch, 2, Outcome.SENT),
                told(batch, 3, Outcome.FAILED),
                told(batch, 4, Outcome.LEFT),
                told(batch, 5, Outcome.DEFERRED));
        ledger.members().remove(list, reader(0));
        ledger.members().change(list, reader(1), Subscription.State.SUSPENDED);
        ledger.members().change(list, Person.of(reader(2)), DeliveryMode.NONE, false);
        new JdbcPersons(database)
                .change(
                        reader(2),
                        new org.sampan.mailserver.membership.Preferences(
                                Instant.now().plus(Duration.ofDays(9)), false, false, false));
        ledger.letTimeGoBy();
        DueRetry retry = ledger.batches().claimRetries(NODE, 1).get(0);
        record(new CopyOutcome(retry.delivery(), 0, 0, retry.person(), "x.example", Outcome.SENT, 2, "", null));
        add(list, new EmailAddress("late@farm.example"));

        ledger.fanOut(list, correction());
        assertThat(recipients(claim())).containsExactlyInAnyOrder(reader(0), reader(1), reader(2), reader(5));
        assertThat(ledger.progress(first).sent()).isEqualTo(4);
    }

    @Test
    void correctionFollowsCopiesThatAreStillOnTheirWayUnlessTheSendWasCancelled() {
        MailingList list = ledger.listOf(3);
        PostId first = post(list, Readership.OF_EACH_POST);
        DeliveryBatch batch = claim();
        record(told(batch, 0, Outcome.SENT), told(batch, 1, Outcome.DEFERRED));
        PostId one = ledger.fanOut(list, correction());
        assertThat(ledger.progress(one).recipients()).isEqualTo(3);
        new JdbcHaltedDeliveries(database).cancel(first, "kanya");
        PostId two = ledger.fanOut(list, correction());
        assertThat(ledger.statuses(two)).containsOnlyKeys(reader(0).key());
    }

    @Test
    void correctionOfWhatNobodyKnowsAnyMoreGoesToNobody() {
        MailingList list = ledger.listOf(1);
        assertThatThrownBy(() -> ledger.fanOut(list, correction())).hasMessageContaining("not known (any more)");
        post(list, Readership.OF_EACH_POST);
        record(told(claim(), 0, Outcome.SENT));
        ledger.letYearsGoBy();
        ledger.deliveries().forget(Duration.ofDays(180));
        assertThatThrownBy(() -> ledger.fanOut(list, correction())).hasMessageContaining("not known (any more)");
    }

    @Test
    void correctionReachesWhoMovedToAnotherPersonOnce() {
        MailingList list = ledger.listOf(2);
        post(list, Readership.OF_EACH_POST);
        DeliveryBatch batch = claim();
        record(told(batch, 0, Outcome.SENT), told(batch, 1, Outcome.SENT));
        database.jdbi().useHandle(handle -> {
            handle.execute("insert into former_person values (?, ?)", batch.recipients()[0], batch.recipients()[1]);
            handle.execute("delete from person where id = ?", batch.recipients()[0]);
        });
        ledger.fanOut(list, correction());
        assertThat(recipients(claim())).containsExactly(reader(1));
    }

    @Test
    void whoIsOnBothListsGetsItOnceAndNoFigureTellsWhoThatIs() {
        MailingList list = ledger.listOf(4);
        MailingList members = members(reader(1), reader(2));
        ledger.members().change(members, Person.of(reader(2)), DeliveryMode.DAILY, false);
        PostId post = ledger.fanOut(list, notFor(members));
        assertThat(ledger.progress(post).recipients()).isEqualTo(4);
        assertThat(ledger.deliveries().status(post, reader(1)).orElseThrow().status())
                .isEqualTo(Status.PENDING);
        DeliveryBatch batch = claim();
        assertThat(batch.open()).isEqualTo(3);
        record(told(batch, 0, Outcome.SENT), told(batch, 2, Outcome.SENT));
        assertThat(ledger.progress(post).sent()).isEqualTo(2);
        assertThat(ledger.progress(post).open()).isEqualTo(2);
        record(told(batch, 3, Outcome.SENT));
        assertThat(ledger.progress(post).sent()).isEqualTo(4);
        assertThat(ledger.isFinished(post)).isTrue();
        assertThat(ledger.deliveries().status(post, reader(1)))
                .isEqualTo(ledger.deliveries().status(post, reader(0)))
                .contains(new RecipientStatus(Status.SENT, 1, "", null));
    }

    @Test
    void whereEverybodyIsOnBothListsItIsDoneAtOnce() {
        MailingList list = ledger.listOf(2);
        PostId post = ledger.fanOut(list, notFor(members(reader(0), reader(1))));
        assertThat(ledger.batches().claim(NODE, 9)).isEmpty();
        assertThat(ledger.isFinished(post)).isTrue();
        assertThat(ledger.progress(post).sent()).isEqualTo(2);
    }

    @Test
    void cancelledSendCountsThemAsCancelled() {
        MailingList list = ledger.listOf(3);
        PostId post = ledger.fanOut(list, notFor(members(reader(1))));
        DeliveryBatch batch = claim();
        record(told(batch, 0, Outcome.SENT));
        new JdbcHaltedDeliveries(database).cancel(post, "kanya");
        record(told(batch, 2, Outcome.SENT));
        assertThat(ledger.progress(post).sent()).isEqualTo(2);
        assertThat(ledger.progress(post).cancelled()).isEqualTo(1);
        assertThat(ledger.deliveries().status(post, reader(1)).orElseThrow().status())
                .isEqualTo(Status.CANCELLED);
    }

    @Test
    void correctionComesFromTheListFromWhichTheFirstPostCame() {
        MailingList list = ledger.listOf(3);
        MailingList members = members(reader(1));
        post(list, notFor(members));
        DeliveryBatch batch = claim();
        record(told(batch, 0, Outcome.SENT), told(batch, 2, Outcome.SENT));
        ledger.fanOut(list, correction());
        assertThat(recipients(claim())).containsExactlyInAnyOrder(reader(0), reader(2));
    }

    private MailingList members(EmailAddress... readers) {
        MailingList members = new JdbcMailingLists(database).add(MailingListsContract.MEMBERS);
        for (EmailAddress each : readers) {
            add(members, each);
        }
        return members;
    }

    private void add(MailingList list, EmailAddress reader) {
        ledger.members()
                .addAll(list, Stream.of(new NewMember(Person.of(reader), Optional.of(DeliveryMode.EACH))), "owner");
    }

    private PostId post(MailingList list, Readership readership) {
        PostId post = PostId.of(list.address(), FIRST);
        database.jdbi()
                .useHandle(handle -> handle.execute(
                        "insert into post (id, list_id, message_id, thread_id, from_email, from_name, subject, bytes,"
                                + " received_at, received) values (?, ?, ?, ?, '', '', '', 0, now(), '')",
                        post.text(),
                        list.id(),
                        FIRST,
                        post.text()));
        ledger.deliveries().fanOut(list, post, readership, personal());
        return post;
    }

    private static Readership correction() {
        return readership(new Audience(Set.of(DeliveryMode.EACH), Set.of(), Optional.of(FIRST), Set.of()));
    }

    private static Readership notFor(MailingList list) {
        Set<ListAddress> except = Set.of(list.address());
        return readership(new Audience(Set.of(DeliveryMode.EACH), Set.of(), Optional.empty(), except));
    }

    private static Readership readership(Audience audience) {
        return new Readership(audience, Correspondents.NOBODY, DeliveryTime.NOW);
    }

    private DeliveryBatch claim() {
        return ledger.batches().claim(NODE, 1).get(0);
    }

    private List<EmailAddress> recipients(DeliveryBatch batch) {
        StoredMessage stored = ledger.batches().message(batch.delivery()).orElseThrow();
        List<Long> persons = Arrays.stream(batch.recipients()).boxed().toList();
        return new ArrayList<>(ledger.batches().recipients(stored, persons).values())
                .stream().map(Recipient::email).toList();
    }

    private void record(CopyOutcome... outcomes) {
        ledger.batches().record(NODE, List.of(outcomes));
    }

    private static CopyOutcome told(DeliveryBatch batch, int index, Outcome outcome) {
        Instant next = outcome == Outcome.DEFERRED ? Instant.now().plusSeconds(60) : null;
        return new CopyOutcome(
                batch.delivery(), batch.id(), index, batch.recipients()[index], "x.example", outcome, 1, "", next);
    }
}
