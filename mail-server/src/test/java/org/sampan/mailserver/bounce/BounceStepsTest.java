package org.sampan.mailserver.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.BounceSettings;
import org.sampan.mailserver.membership.Subscription.State;
import org.sampan.mailserver.notice.BounceContent;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.report.FailureKind;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** What happens to a member whose mail comes back. */
@ExtendWith(TestDatabase.class)
class BounceStepsTest {
    private static final String ALICE = TestPosts.ALICE.key();
    private final BouncesUnderTest under;

    BounceStepsTest(Database database) {
        under = new BouncesUnderTest(database);
    }

    @Test
    void memberIsWarnedOnceThenTriedOnceForAllLists() {
        under.days(3, FailureKind.HARD);
        assertThat(under.notices.told()).containsExactly("bounce-warning " + ALICE);
        under.days(3, FailureKind.HARD);
        assertThat(under.notices.told()).containsExactly("bounce-warning " + ALICE, "probe " + ALICE);
        assertThat(under.cases.ofPerson(under.alice))
                .hasSize(2)
                .allMatch(it -> it.stage() == BounceCase.Stage.PROBED && it.probe() == 2);
        assertThat(under.state(under.first)).isEqualTo(State.ACTIVE);
    }

    @Test
    void trialThatComesBackSuspendsEverywhereAndOwnersAreTold() {
        suspend();
        assertThat(under.state(under.first)).isEqualTo(State.SUSPENDED);
        assertThat(under.state(under.second)).isEqualTo(State.SUSPENDED);
        assertThat(under.notices.told())
                .containsExactly(
                        "bounce-warning " + ALICE,
                        "probe " + ALICE,
                        "suspended " + ALICE,
                        "member-suspended owner@house.example",
                        "suspended " + ALICE);
        assertThat(under.bounces.troubles(TestPosts.ALICE))
                .extracting(it -> it.stage() + " " + it.list())
                .containsExactlyInAnyOrder("suspended members@lists.example", "suspended mekong-news@lists.example");
    }

    @Test
    void ownersOfAPrivateListAreNotToldTheWholeAddress() {
        suspend();
        BounceContent.MemberSuspended told =
                (BounceContent.MemberSuspended) under.notices.sent().get(3).content();
        assertThat(told).isEqualTo(new BounceContent.MemberSuspended("a…@harbour.example", ""));
    }

    @Test
    void trialThatStaysOutClearsTheAddress() {
        under.days(4, FailureKind.HARD);
        under.clock.advance(Duration.ofDays(5));
        under.schedule.once();
        assertThat(under.score(ALICE)).isZero();
        assertThat(under.cases.ofPerson(under.alice)).isEmpty();
        assertThat(under.state(under.first)).isEqualTo(State.ACTIVE);
    }

    @Test
    void trialRefusedForWhatWeAreSaysNothingOfTheAddress() {
        under.days(4, FailureKind.HARD);
        under.copies.returned(
                new org.sampan.mailserver.mailinglist.VerpAddress(2, 0), BouncesUnderTest.failure(FailureKind.POLICY));
        assertThat(under.state(under.first)).isEqualTo(State.ACTIVE);
    }

    @Test
    void linkTakesDeliveryUpAgainOnEveryList() {
        suspend();
        under.steps.resume(under.alice);
        assertThat(under.state(under.first)).isEqualTo(State.ACTIVE);
        assertThat(under.state(under.second)).isEqualTo(State.ACTIVE);
        assertThat(under.score(ALICE)).isZero();
        under.clock.advance(Duration.ofDays(100));
        under.schedule.once();
        assertThat(under.members.isMember(under.first, TestPosts.ALICE)).isTrue();
    }

    @Test
    void linkDoesNotUndoWhatAnOwnerDid() {
        under.members.change(under.first, TestPosts.ALICE, State.SUSPENDED);
        under.steps.resume(under.alice);
        assertThat(under.state(under.first)).isEqualTo(State.SUSPENDED);
    }

    @Test
    void suspendedMemberIsRemindedEachWeekAndRemovedAfterEight() {
        suspend();
        int before = under.notices.sent().size();
        for (int week = 1; week < 8; week++) {
            under.clock.advance(Duration.ofDays(7));
            under.schedule.once();
        }
        assertThat(under.notices.told().stream().skip(before).filter(it -> it.startsWith("suspended ")))
                .hasSize(14);
        assertThat(under.members.isMember(under.first, TestPosts.ALICE)).isTrue();
        under.clock.advance(Duration.ofDays(7));
        under.schedule.once();
        assertThat(under.members.isMember(under.first, TestPosts.ALICE)).isFalse();
        assertThat(under.members.isMember(under.second, TestPosts.ALICE)).isFalse();
        assertThat(under.notices.told()).contains("removed " + ALICE, "member-removed owner@house.example");
    }

    @Test
    void listMayKeepSuspendedMembersForEver() {
        under.lists.change(under.first.settings().with(BounceSettings.REMOVE_AFTER, Duration.ZERO));
        suspend();
        for (int week = 0; week < 20; week++) {
            under.clock.advance(Duration.ofDays(7));
            under.schedule.once();
        }
        assertThat(under.members.isMember(under.first, TestPosts.ALICE)).isTrue();
        assertThat(under.members.isMember(under.second, TestPosts.ALICE)).isFalse();
    }

    @Test
    void memberWhomAnOwnerTookUpByHandIsLeftAlone() {
        suspend();
        under.members.change(under.first, TestPosts.ALICE, State.ACTIVE);
        under.clock.advance(Duration.ofDays(60));
        under.schedule.once();
        assertThat(under.members.isMember(under.first, TestPosts.ALICE)).isTrue();
        assertThat(under.cases.find(under.first.id(), under.alice)).isEmpty();
    }

    @Test
    void listWithoutTrialsSuspendsAtOnce() {
        under.lists.change(under.first.settings().with(BounceSettings.PROBE, false));
        under.days(4, FailureKind.HARD);
        assertThat(under.state(under.first)).isEqualTo(State.SUSPENDED);
        assertThat(under.state(under.second)).isEqualTo(State.ACTIVE);
    }

    @Test
    void mailboxThatIsFullOnceAWeekIsNeverTried() {
        for (int week = 0; week < 60; week++) {
            under.comesBack(FailureKind.FULL);
            under.clock.advance(Duration.ofDays(7));
            under.schedule.once();
        }
        assertThat(under.notices.told()).noneMatch(it -> it.startsWith("probe"));
    }

    @Test
    void whatSaysNothingOfTheAddressIsSeenButCountsNothing() {
        under.days(10, FailureKind.SPAM);
        under.days(10, FailureKind.POLICY);
        under.days(10, FailureKind.CONTENT);
        assertThat(under.score(ALICE)).isZero();
        assertThat(under.notices.sent()).isEmpty();
        assertThat(under.bounces.seen(TestPosts.ALICE)).hasSize(30);
    }

    private void suspend() {
        under.days(4, FailureKind.HARD);
        under.copies.returned(
                new org.sampan.mailserver.mailinglist.VerpAddress(2, 0), BouncesUnderTest.failure(FailureKind.HARD));
    }
}
