package org.sampan.mailserver.bounce;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.sampan.mailserver.delivery.JdbcDeliveries;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.ClockByHand;
import org.sampan.mailserver.notice.KeptNotices;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.report.Failure;
import org.sampan.mailserver.report.FailureKind;
import org.sampan.mailserver.storage.Database;

/** The whole stage over a real database; time is moved by hand, and notices are kept. Alice is on both lists. */
final class BouncesUnderTest {
    static final EmailAddress OWNER = new EmailAddress("owner@house.example");
    static final SigningKey KEY = new SigningKey(new byte[32]);

    final ClockByHand clock = new ClockByHand(Instant.parse("2026-11-23T02:00:00Z"));
    final KeptNotices notices = new KeptNotices();
    final JdbcMembers members;
    final JdbcMailingLists lists;
    final JdbcBounces bounces;
    final JdbcBounceCases cases;
    final BounceSteps steps;
    final BookBounce book;
    final ReturnedCopies copies;
    final Complaints complaints;
    final BounceSchedule schedule;
    final MailingList first;
    final MailingList second;
    final long alice;
    private final Database database;
    private long delivery = 1_000;

    BouncesUnderTest(Database database) {
        this.database = database;
        database.jdbi()
                .useHandle(handle -> handle.execute("truncate mailing_list, person, delivery, bounce_storm cascade"));
        members = new JdbcMembers(database);
        lists = new JdbcMailingLists(database);
        bounces = new JdbcBounces(database, lists, clock);
        cases = new JdbcBounceCases(database);
        BounceLetters letters =
                new BounceLetters(lists, notices, KEY, new PostLinks(URI.create("https://news.example")));
        steps = new BounceSteps(lists, members, cases, letters, clock);
        book = new BookBounce(members, lists, bounces, new Storms(bounces), steps, clock);
        JdbcDeliveries deliveries = new JdbcDeliveries(database);
        copies = new ReturnedCopies(deliveries, members, bounces, book, steps);
        complaints = new Complaints(lists, members, deliveries, cases, KEY, clock);
        schedule = new BounceSchedule(cases, bounces, steps, new WeeklySummaries(lists, cases, letters), clock);
        first = lists.add(TestPosts.MEMBERS);
        second = lists.add(TestPosts.NEWS);
        lists.setStewards(first, Steward.OWNER, Set.of(OWNER));
        alice = join(first, TestPosts.ALICE);
        join(second, TestPosts.ALICE);
    }

    long join(MailingList list, EmailAddress email) {
        return members.add(list, Person.of(email), DeliveryMode.EACH, "owner")
                .subscription()
                .personId();
    }

    /** A copy of the first list's next post comes back from Alice. */
    void comesBack(FailureKind kind) {
        book.book(alice, first.id(), ++delivery, failure(kind));
    }

    /** So many days of daily posts, all of which come back. */
    void days(int days, FailureKind kind) {
        for (int day = 0; day < days; day++) {
            comesBack(kind);
            clock.advance(Duration.ofDays(1));
        }
    }

    /** A post to so many readers of one domain, and the first few of them refuse it. */
    void storm(int readers, int refusing, FailureKind kind) {
        long[] persons = IntStream.range(0, readers)
                .mapToLong(i -> join(first, new EmailAddress("reader" + i + "@big.example")))
                .toArray();
        long number = delivered(persons);
        LongStream.of(persons).limit(refusing).forEach(it -> book.book(it, first.id(), number, failure(kind)));
    }

    /** The same, while the copies of others there wait for the hour of their zone. */
    void stormInTheFirstZone(int refusing, int waiting) {
        long[] persons = IntStream.range(0, refusing + waiting)
                .mapToLong(i -> join(first, new EmailAddress("reader" + i + "@big.example")))
                .toArray();
        long number = delivered(LongStream.of(persons).limit(refusing).toArray());
        database.jdbi()
                .useHandle(handle -> handle.createUpdate(
                                "insert into delivery_batch (delivery_id, turn, recipients, outcome, state, due_at)"
                                        + " values (:delivery, 0, :persons, '', 'waiting', now() + interval '1 hour')")
                        .bind("delivery", number)
                        .bind(
                                "persons",
                                LongStream.of(persons).skip(refusing).boxed().toArray(Long[]::new))
                        .execute());
        LongStream.of(persons)
                .limit(refusing)
                .forEach(it -> book.book(it, first.id(), number, failure(FailureKind.HARD)));
    }

    /** A delivery of the first list to these, as the ledger has it. */
    long delivered(long... persons) {
        return database.jdbi().inTransaction(handle -> {
            long number = handle.createQuery(
                            "insert into delivery (list_id, envelope_sender, marker, recipients, expires_at)"
                                    + " values (:list, '', '', :count, now()) returning id")
                    .bind("list", first.id())
                    .bind("count", persons.length)
                    .mapTo(Long.class)
                    .one();
            handle.createUpdate("insert into delivery_batch (delivery_id, turn, recipients, outcome, state)"
                            + " values (:delivery, 0, :persons, '', 'done')")
                    .bind("delivery", number)
                    .bind("persons", LongStream.of(persons).boxed().toArray(Long[]::new))
                    .execute();
            return number;
        });
    }

    double score(String email) {
        return members.bounces(new EmailAddress(email)).score();
    }

    Subscription.State state(MailingList list) {
        return members.find(list, TestPosts.ALICE).orElseThrow().state();
    }

    static Failure failure(FailureKind kind) {
        return new Failure(kind, "5.0.0", "550 because of " + kind, "");
    }
}
