package org.sampan.mailserver.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.bounce.BounceReport.Severity;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcMembers;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class BouncedCopiesTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    private static final EmailAddress OWNER = new EmailAddress("owner@house.example");
    private static final BounceReport HARD = new BounceReport(Severity.HARD, "550 5.1.1 unknown user");

    private final Database database;
    private final JdbcMembers members;
    private final List<Notice> notices = new ArrayList<>();
    private JdbcMailingLists lists;
    private MailingList first;
    private MailingList second;
    private long alice;

    @SuppressWarnings("NullAway.Init") // the lists are made before each test
    BouncedCopiesTest(Database database) {
        this.database = database;
        this.members = new JdbcMembers(database);
    }

    @BeforeEach
    void aliceIsOnTwoLists() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list, person cascade"));
        lists = new JdbcMailingLists(database);
        first = lists.add(TestPosts.MEMBERS);
        second = lists.add(TestPosts.NEWS);
        lists.setStewards(first, Steward.OWNER, Set.of(OWNER));
        members.add(second, Person.of(TestPosts.ALICE), DeliveryMode.EACH, "owner");
        alice = members.add(first, Person.of(TestPosts.ALICE), DeliveryMode.EACH, "owner")
                .subscription()
                .personId();
    }

    @Test
    void addressThatNeverWorksIsSuspendedEverywhereAndItsOwnersAreToldOnce() {
        for (int day = 0; day < 6; day++) {
            book(day, new VerpAddress(day, alice), HARD);
        }
        assertThat(state(first)).isEqualTo(Subscription.State.SUSPENDED);
        assertThat(state(second)).isEqualTo(Subscription.State.SUSPENDED);
        assertThat(notices)
                .singleElement()
                .satisfies(it -> assertThat(it.recipient()).isEqualTo(OWNER));
        assertThat(members.isMember(first, TestPosts.ALICE)).isTrue();
    }

    @Test
    void whatIsNotDecidedYetCountsNothing() {
        for (int day = 0; day < 10; day++) {
            book(day, new VerpAddress(day, alice), new BounceReport(Severity.NONE, ""));
        }
        assertThat(members.bounces(TestPosts.ALICE).score()).isZero();
        assertThat(state(first)).isEqualTo(Subscription.State.ACTIVE);
    }

    @Test
    void bounceOfANoticeOrOfSomebodyForgottenIsNobodys() {
        book(0, new VerpAddress(1, 0), HARD);
        book(0, new VerpAddress(1, alice + 1_000), HARD);
        assertThat(members.bounces(TestPosts.ALICE).score()).isZero();
    }

    private void book(int day, VerpAddress copy, BounceReport report) {
        Clock clock = Clock.fixed(MONDAY.plus(Duration.ofDays(day)), ZoneOffset.UTC);
        SuspendBouncingMember suspend = new SuspendBouncingMember(lists, members, notices::add);
        new BouncedCopies(members, suspend, clock).book(copy, report);
    }

    private Subscription.State state(MailingList list) {
        return members.find(list, TestPosts.ALICE).orElseThrow().state();
    }
}
