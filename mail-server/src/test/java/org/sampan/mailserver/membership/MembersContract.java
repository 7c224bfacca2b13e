package org.sampan.mailserver.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Members.Added;
import org.sampan.mailserver.membership.Members.Becomes;
import org.sampan.mailserver.membership.Members.ImportCount;
import org.sampan.mailserver.membership.Members.ImportPreview;
import org.sampan.mailserver.membership.Members.NewMember;

/** What every {@link Members} promises. */
public interface MembersContract {
    Person ALICE = new Person(
            new EmailAddress("Alice@harbour.example"),
            "Alice Chan",
            "Harbour Workers' Centre",
            "HK",
            "zh",
            "Asia/Hong_Kong");
    Person HTUN = new Person(
            new EmailAddress("htun@riverside.example"), "ထွန်းအောင်", "Riverside Legal Aid", "MM", "my", "Asia/Yangon");
    Person KANYA = Person.of(new EmailAddress("kanya@market.example"));

    /** The members under test; nobody at the start of each test. */
    Members members();

    /** An empty list, the same all through a test. */
    MailingList list();

    /** Another one. */
    MailingList otherList();

    @Test
    default void addedPersonIsOnTheList() {
        Added added = members().add(list(), ALICE, DeliveryMode.DAILY, "owner");
        assertThat(added.isNew()).isTrue();
        Subscription subscription = added.subscription();
        assertThat(subscription)
                .isEqualTo(new Subscription(
                        subscription.personId(),
                        list().address(),
                        ALICE,
                        DeliveryMode.DAILY,
                        Subscription.State.ACTIVE,
                        false,
                        "owner",
                        subscription.joinedAt()));
        assertThat(subscription.person().email().written()).isEqualTo("Alice@harbour.example");
        assertThat(members().find(list(), new EmailAddress("ALICE@harbour.example")))
                .contains(subscription);
        assertThat(members().isMember(list(), ALICE.email())).isTrue();
        assertThat(members().isMember(otherList(), ALICE.email())).isFalse();
        assertThat(members().count(list())).isOne();
    }

    @Test
    default void strangerIsOnNoList() {
        assertThat(members().find(list(), ALICE.email())).isEmpty();
        assertThat(members().isMember(list(), ALICE.email())).isFalse();
        assertThat(members().person(ALICE.email())).isEmpty();
        assertThat(members().person(0)).isEmpty();
        assertThat(members().subscriptionsOf(ALICE.email())).isEmpty();
        assertThat(members().change(list(), ALICE, DeliveryMode.EACH, true)).isEmpty();
        assertThat(members().change(list(), ALICE.email(), Subscription.State.SUSPENDED))
                .isEmpty();
        assertThat(members().remove(list(), ALICE.email())).isFalse();
        assertThat(members().erase(ALICE.email())).isFalse();
        assertThat(members().bounces(ALICE.email())).isEqualTo(BounceRecord.CLEAN);
        assertThat(members().changeBounces(ALICE.email(), known -> known)).isEmpty();
    }

    @Test
    default void whoIsAddedAgainStaysAsIsButForEmptyTexts() {
        Subscription before = members()
                .add(list(), Person.of(ALICE.email()), DeliveryMode.DAILY, "web")
                .subscription();
        Person named = new Person(ALICE.email(), "Alice Chan", "", "", "zh", "");
        assertThat(members().add(list(), named, DeliveryMode.EACH, "mail").isNew())
                .isFalse();
        Person renamed = new Person(ALICE.email(), "Another", "Harbour Workers' Centre", "", "", "");
        Subscription after =
                members().add(list(), renamed, DeliveryMode.EACH, "mail").subscription();
        assertThat(after.person())
                .isEqualTo(new Person(ALICE.email(), "Alice Chan", "Harbour Workers' Centre", "", "zh", ""));
        assertThat(after.mode()).isEqualTo(DeliveryMode.DAILY);
        assertThat(after.consent()).isEqualTo("web");
        assertThat(after.joinedAt()).isEqualTo(before.joinedAt());
    }

    @Test
    default void changeTakesEveryText() {
        members().add(list(), ALICE, DeliveryMode.EACH, "owner");
        Person changed = new Person(ALICE.email(), "", "Another Centre", "", "th", "");
        Subscription after =
                members().change(list(), changed, DeliveryMode.NONE, true).orElseThrow();
        assertThat(after.person()).isEqualTo(changed);
        assertThat(after.mode()).isEqualTo(DeliveryMode.NONE);
        assertThat(after.moderated()).isTrue();
        assertThat(members().find(list(), ALICE.email())).contains(after);
    }

    @Test
    default void strangerToAListIsNotChangedThroughIt() {
        members().add(otherList(), ALICE, DeliveryMode.EACH, "owner");
        assertThat(members().change(list(), Person.of(ALICE.email()), DeliveryMode.NONE, true))
                .isEmpty();
        assertThat(members().person(ALICE.email())).contains(ALICE);
    }

    @Test
    default void suspendedMemberIsStillAMemberAndCanBeTakenUpAgain() {
        members().add(list(), ALICE, DeliveryMode.EACH, "owner");
        members().add(otherList(), ALICE, DeliveryMode.EACH, "owner");
        assertThat(members().change(list(), ALICE.email(), Subscription.State.SUSPENDED))
                .map(Subscription::state)
                .contains(Subscription.State.SUSPENDED);
        assertThat(members().isMember(list(), ALICE.email())).isTrue();
        assertThat(members().find(otherList(), ALICE.email()))
                .map(Subscription::state)
                .contains(Subscription.State.ACTIVE);
        assertThat(members().change(list(), ALICE.email(), Subscription.State.ACTIVE))
                .map(Subscription::state)
                .contains(Subscription.State.ACTIVE);
    }

    @Test
    default void leaveTokenFindsTheSubscriptionAndAfterwardsStillThePerson() {
        Subscription subscription =
                members().add(list(), ALICE, DeliveryMode.EACH, "web").subscription();
        LeaveToken token = new LeaveToken(list().id(), subscription.personId());
        assertThat(members().find(token)).contains(subscription);
        assertThat(members().remove(list(), ALICE.email())).isTrue();
        assertThat(members().find(token)).isEmpty();
        assertThat(members().person(token.person())).contains(ALICE);
    }

    @Test
    default void allListsOfAPersonAreFound() {
        members().add(list(), ALICE, DeliveryMode.EACH, "web");
        members().add(otherList(), ALICE, DeliveryMode.NONE, "mail");
        assertThat(members().subscriptionsOf(ALICE.email()))
                .extracting(Subscription::list)
                .containsExactlyInAnyOrder(list().address(), otherList().address());
    }

    @Test
    default void bouncesOfAPersonAreKept() {
        members().add(list(), ALICE, DeliveryMode.EACH, "web");
        BounceRecord first = new BounceRecord(1.5, Instant.parse("2026-11-20T00:00:00Z"), "550 5.1.1 No such user");
        assertThat(members().changeBounces(ALICE.email(), known -> first)).contains(first);
        members()
                .changeBounces(
                        ALICE.email(), known -> new BounceRecord(known.score() + 1, known.last(), known.lastReply()));
        assertThat(members().bounces(ALICE.email()))
                .isEqualTo(new BounceRecord(2.5, first.last(), "550 5.1.1 No such user"));
    }

    @Test
    default void erasedPersonIsForgotten() {
        members().add(list(), ALICE, DeliveryMode.EACH, "web");
        members().add(otherList(), ALICE, DeliveryMode.EACH, "web");
        assertThat(members().erase(ALICE.email())).isTrue();
        assertThat(members().person(ALICE.email())).isEmpty();
        assertThat(members().subscriptionsOf(ALICE.email())).isEmpty();
    }

    @Test
    default void importAddsUpdatesAndLeavesAlone() {
        members().add(list(), ALICE, DeliveryMode.DAILY, "web");
        members().add(otherList(), KANYA, DeliveryMode.EACH, "web");
        members().add(list(), HTUN, DeliveryMode.EACH, "web");
        Person moved = new Person(ALICE.email(), "", "C:\\Centre \\N \\.", "", "", "");

        ImportCount count = members()
                .addAll(
                        list(),
                        Stream.of(
                                new NewMember(moved, Optional.empty()),
                                new NewMember(HTUN, Optional.of(DeliveryMode.EACH)),
                                new NewMember(KANYA, Optional.of(DeliveryMode.NONE))),
                        "import");

        assertThat(count).isEqualTo(new ImportCount(1, 1, 1));
        Subscription alice = members().find(list(), ALICE.email()).orElseThrow();
        assertThat(alice.person().organisation()).isEqualTo("C:\\Centre \\N \\.");
        assertThat(alice.person().name()).isEqualTo("Alice Chan");
        assertThat(alice.mode()).isEqualTo(DeliveryMode.DAILY);
        assertThat(members().find(list(), KANYA.email()).orElseThrow().mode()).isEqualTo(DeliveryMode.NONE);
        assertThat(members().find(otherList(), KANYA.email()).orElseThrow().mode())
                .isEqualTo(DeliveryMode.EACH);
    }

    @Test
    default void sameImportAgainChangesNothing() {
        List<NewMember> file = List.of(
                new NewMember(ALICE, Optional.of(DeliveryMode.DAILY)),
                new NewMember(HTUN, Optional.empty()),
                new NewMember(KANYA, Optional.empty()));
        assertThat(members().addAll(list(), file.stream(), "import")).isEqualTo(new ImportCount(3, 0, 0));
        assertThat(members().addAll(list(), file.stream(), "import")).isEqualTo(new ImportCount(0, 0, 3));
    }

    @Test
    default void previewSaysWhatAnImportWouldDoAndDoesNothing() {
        members().add(list(), ALICE, DeliveryMode.EACH, "owner");
        members().add(list(), HTUN, DeliveryMode.EACH, "owner");
        members().add(otherList(), KANYA, DeliveryMode.EACH, "owner");
        List<NewMember> file = List.of(
                new NewMember(Person.of(ALICE.email()), Optional.empty()),
                new NewMember(Person.of(HTUN.email()), Optional.of(DeliveryMode.DAILY)),
                new NewMember(KANYA, Optional.empty()),
                new NewMember(person("new@village.example"), Optional.of(DeliveryMode.TITLES)),
                new NewMember(person("new@village.example"), Optional.empty()));
        ImportPreview preview = members().preview(list(), file.stream(), 3);
        assertThat(preview.count()).isEqualTo(new ImportCount(2, 1, 2));
        assertThat(preview.lines())
                .containsExactly(
                        new ImportPreview.Line(file.get(0), Becomes.UNCHANGED),
                        new ImportPreview.Line(file.get(1), Becomes.UPDATED),
                        new ImportPreview.Line(file.get(2), Becomes.ADDED));
        assertThat(members().count(list())).isEqualTo(2);
        assertThat(members().find(list(), HTUN.email()).orElseThrow().mode()).isEqualTo(DeliveryMode.EACH);
        assertThat(members().addAll(list(), file.stream(), "import")).isEqualTo(preview.count());
    }

    @Test
    default void lastLineOfAnAddressHolds() {
        Person laterName = new Person(new EmailAddress("ALICE@harbour.example"), "Alice C.", "", "", "", "");
        ImportCount count = members()
                .addAll(
                        list(),
                        Stream.of(new NewMember(ALICE, Optional.empty()), new NewMember(laterName, Optional.empty())),
                        "import");
        assertThat(count).isEqualTo(new ImportCount(1, 0, 1));
        assertThat(members().person(ALICE.email()).orElseThrow().name()).isEqualTo("Alice C.");
    }

    @Test
    default void brokenImportLeavesNothingBehind() {
        Stream<NewMember> broken = Stream.of(ALICE, HTUN).map(person -> {
            if (person.equals(HTUN)) {
                throw new IllegalStateException("the upload broke off");
            }
            return new NewMember(person, Optional.empty());
        });
        assertThatThrownBy(() -> members().addAll(list(), broken, "import")).hasMessage("the upload broke off");
        assertThat(members().count(list())).isZero();
        assertThat(members().person(ALICE.email())).isEmpty();
        assertThat(members().addAll(list(), Stream.of(new NewMember(ALICE, Optional.empty())), "import"))
                .isEqualTo(new ImportCount(1, 0, 0));
    }

    private static Person person(String email) {
        return Person.of(new EmailAddress(email));
    }
}
