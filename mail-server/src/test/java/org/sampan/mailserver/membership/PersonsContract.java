package org.sampan.mailserver.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.membership.MembersContract.ALICE;
import static org.sampan.mailserver.membership.MembersContract.HTUN;
import static org.sampan.mailserver.membership.MembersContract.KANYA;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/** What every {@link Persons} promises. */
public interface PersonsContract {
    EmailAddress ALICE_AT_HOME = new EmailAddress("Alice.Chan@home.example");

    /** The persons under test; nobody at the start of each test. */
    Persons persons();

    Members members();

    /** An empty list, the same all through a test. */
    MailingList list();

    /** Another one. */
    MailingList otherList();

    @Test
    default void whoChoseNothingGetsEverything() {
        join(list(), ALICE);
        assertThat(persons().preferences(ALICE.email())).isEqualTo(Preferences.DEFAULT);
        assertThat(persons().preferences(KANYA.email())).isEqualTo(Preferences.DEFAULT);
        assertThat(persons().anyTextOnly(list())).isFalse();
    }

    @Test
    default void whatAPersonChoseIsKept() {
        join(list(), ALICE);
        Preferences chosen = new Preferences(Instant.parse("2026-12-24T16:00:00Z"), true, false, true);
        assertThat(persons().change(ALICE.email(), chosen)).isTrue();
        assertThat(persons().preferences(ALICE.email())).isEqualTo(chosen);
        assertThat(persons().anyTextOnly(list())).isTrue();
        assertThat(persons().anyTextOnly(otherList())).isFalse();
        assertThat(persons().change(KANYA.email(), chosen)).isFalse();
    }

    @Test
    default void textsOfAPersonChangeWithoutAList() {
        join(list(), ALICE);
        Person changed = new Person(ALICE.email(), "Alice", "", "HK", "en", "");
        assertThat(persons().change(changed)).isTrue();
        assertThat(members().person(ALICE.email())).contains(changed);
        assertThat(persons().change(KANYA)).isFalse();
    }

    @Test
    default void personMayPostFromAnotherAddress() {
        join(list(), ALICE);
        assertThat(persons().addAddress(ALICE.email(), ALICE_AT_HOME)).isTrue();
        assertThat(persons().otherAddresses(ALICE.email())).containsExactly(ALICE_AT_HOME);
        assertThat(members().findPoster(list(), ALICE_AT_HOME).orElseThrow().person())
                .isEqualTo(ALICE);
        assertThat(members().findPoster(otherList(), ALICE_AT_HOME)).isEmpty();
        assertThat(members().isMember(list(), ALICE_AT_HOME)).isFalse();
        assertThat(persons().writingFrom(ALICE_AT_HOME)).contains(ALICE);

        assertThat(persons().removeAddress(ALICE.email(), ALICE_AT_HOME)).isTrue();
        assertThat(persons().removeAddress(ALICE.email(), ALICE_AT_HOME)).isFalse();
        assertThat(members().findPoster(list(), ALICE_AT_HOME)).isEmpty();
    }

    @Test
    default void ownSubscriptionComesBeforeThatOfAnotherAddress() {
        join(list(), ALICE);
        join(list(), HTUN);
        persons().addAddress(ALICE.email(), HTUN.email());
        assertThat(members().findPoster(list(), HTUN.email()).orElseThrow().person())
                .isEqualTo(HTUN);
        assertThat(persons().writingFrom(HTUN.email())).contains(HTUN);
    }

    @Test
    default void strangerHasNoOtherAddress() {
        assertThat(persons().addAddress(KANYA.email(), ALICE_AT_HOME)).isFalse();
        assertThat(persons().otherAddresses(KANYA.email())).isEmpty();
        assertThat(persons().move(KANYA.email(), ALICE_AT_HOME)).isFalse();
    }

    @Test
    default void newAddressTakesAllSubscriptionsAlong() {
        join(list(), ALICE);
        join(otherList(), ALICE);
        members().changeBounces(ALICE.email(), known -> new BounceRecord(4, Instant.EPOCH, "550 gone"));
        assertThat(persons().move(ALICE.email(), ALICE_AT_HOME)).isTrue();
        assertThat(members().subscriptionsOf(ALICE.email())).isEmpty();
        assertThat(members().subscriptionsOf(ALICE_AT_HOME))
                .extracting(Subscription::list)
                .containsExactlyInAnyOrder(list().address(), otherList().address());
        assertThat(members().bounces(ALICE_AT_HOME)).isEqualTo(BounceRecord.CLEAN);
        assertThat(members().person(ALICE_AT_HOME).orElseThrow().email().written())
                .isEqualTo("Alice.Chan@home.example");
    }

    @Test
    default void twoPersonsBecomeOneAndTheirLeaveLinksStillWork() {
        join(list(), ALICE);
        Subscription home = join(list(), Person.of(ALICE_AT_HOME));
        join(otherList(), Person.of(ALICE_AT_HOME));
        members().change(list(), ALICE, DeliveryMode.WEEKLY, true);

        assertThat(persons().move(ALICE.email(), ALICE_AT_HOME)).isTrue();

        assertThat(members().count(list())).isOne();
        Subscription kept = members().find(list(), ALICE_AT_HOME).orElseThrow();
        assertThat(kept.mode()).isEqualTo(DeliveryMode.WEEKLY);
        assertThat(kept.moderated()).isTrue();
        assertThat(members().isMember(otherList(), ALICE_AT_HOME)).isTrue();
        assertThat(members().find(new LeaveToken(list().id(), home.personId()))).contains(kept);
        assertThat(members().person(home.personId())).contains(kept.person());
    }

    @Test
    default void addressIsWrittenAnewWhenItOnlyChangesItsCase() {
        join(list(), ALICE);
        assertThat(persons().move(ALICE.email(), new EmailAddress("alice@harbour.example")))
                .isTrue();
        assertThat(members()
                        .find(list(), ALICE.email())
                        .orElseThrow()
                        .person()
                        .email()
                        .written())
                .isEqualTo("alice@harbour.example");
    }

    private Subscription join(MailingList to, Person person) {
        return members().add(to, person, DeliveryMode.EACH, "owner").subscription();
    }
}
