package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.ListSettings.Joining;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.mailinglist.ListSettings.Visibility;
import org.sampan.mailserver.mailinglist.MailingLists.ListExistsException;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;

/** What every {@link MailingLists} promises. */
public interface MailingListsContract {
    ListSettings MEMBERS = settings("members@lists.example", "Members");
    ListSettings NEWS = settings("mekong-news@lists.example", "Mekong news");
    EmailAddress ALICE = new EmailAddress("alice@harbour.example");
    EmailAddress BOB = new EmailAddress("bob@riverside.example");

    /** The lists under test; none at the start of each test. */
    MailingLists lists();

    /** The same lists as another node sees them, when it has looked at them before. */
    MailingLists listsOfAnotherNode();

    /** Lets enough time go by for one node to see what the other did. */
    void waitForTheOtherNode();

    static ListSettings settings(String address, String name) {
        return ListSettings.of(ListAddress.of(address))
                .with(BasicSettings.NAME, name)
                .with(BasicSettings.DESCRIPTION, "For and about migrants")
                .with(BasicSettings.SUBJECT_TAG, "tag")
                .with(BasicSettings.LANGUAGE, "my")
                .with(BasicSettings.MAX_BYTES, 2048L);
    }

    @Test
    default void addedListIsFoundAsItWasGiven() {
        MailingList added = lists().add(MEMBERS);
        assertThat(added.settings()).isEqualTo(MEMBERS);
        assertThat(lists().find(MEMBERS.address())).contains(added);
        assertThat(lists().find(added.id())).contains(added);
    }

    @Test
    default void caseOfAnAddressDoesNotMatter() {
        MailingList added = lists().add(settings("Members@Lists.example", "Members"));
        assertThat(lists().find(ListAddress.of("mEMBERS@lists.EXAMPLE"))).contains(added);
        assertThat(added.address()).hasToString("members@lists.example");
    }

    @Test
    default void unknownListIsNotFound() {
        assertThat(lists().find(NEWS.address())).isEmpty();
        assertThat(lists().find(0)).isEmpty();
        assertThat(lists().change(NEWS)).isEmpty();
        assertThat(lists().remove(NEWS.address())).isFalse();
    }

    @Test
    default void addressIsGivenOnce() {
        MailingList first = lists().add(MEMBERS);
        assertThatThrownBy(() -> lists().add(settings("MEMBERS@lists.example", "Others")))
                .isInstanceOf(ListExistsException.class)
                .hasMessageContaining("members@lists.example");
        assertThat(lists().find(MEMBERS.address())).contains(first);
    }

    @Test
    default void listsStandInOrderOfTheirAddresses() {
        MailingList news = lists().add(NEWS);
        MailingList members = lists().add(MEMBERS);
        assertThat(lists().all())
                .containsExactly(news, members)
                .isSortedAccordingTo(
                        (a, b) -> a.address().toString().compareTo(b.address().toString()));
    }

    @Test
    default void changedSettingsAreSeenAtOnce() {
        MailingList before = lists().add(MEMBERS);
        ListSettings open = ListSettings.of(MEMBERS.address())
                .with(BasicSettings.NAME, "Friends")
                .with(BasicSettings.VISIBILITY, Visibility.PUBLIC)
                .with(BasicSettings.JOINING, Joining.OPEN)
                .with(BasicSettings.POSTING, Posting.SECRETARIAT)
                .with(BasicSettings.LANGUAGE, "th")
                .with(BasicSettings.MAX_BYTES, 1_000_000L);
        MailingList after = lists().change(open).orElseThrow();
        assertThat(after).isEqualTo(new MailingList(before.id(), open, before.createdAt()));
        assertThat(lists().find(MEMBERS.address())).contains(after);
    }

    @Test
    default void removedListIsGoneAtOnce() {
        lists().add(MEMBERS);
        assertThat(lists().remove(MEMBERS.address())).isTrue();
        assertThat(lists().find(MEMBERS.address())).isEmpty();
        assertThat(lists().all()).isEmpty();
    }

    @Test
    default void anotherNodeSeesAChangeSoon() {
        assertThat(listsOfAnotherNode().find(MEMBERS.address())).isEmpty();
        MailingList added = lists().add(MEMBERS);
        waitForTheOtherNode();
        assertThat(listsOfAnotherNode().find(MEMBERS.address())).contains(added);
        lists().remove(MEMBERS.address());
        waitForTheOtherNode();
        assertThat(listsOfAnotherNode().find(MEMBERS.address())).isEmpty();
    }

    @Test
    default void stewardsAreKeptByTask() {
        MailingList list = lists().add(MEMBERS);
        lists().setStewards(list, Steward.OWNER, Set.of(ALICE, BOB));
        lists().setStewards(list, Steward.MODERATOR, Set.of(BOB));
        lists().setStewards(list, Steward.OWNER, Set.of(ALICE));
        assertThat(lists().stewards(list, Steward.OWNER)).containsExactly(ALICE);
        assertThat(lists().stewards(list, Steward.MODERATOR)).containsExactly(BOB);
        lists().setStewards(list, Steward.MODERATOR, Set.of());
        assertThat(lists().stewards(list, Steward.MODERATOR)).isEmpty();
    }

    @Test
    default void patternBansEveryAddressItMatchesAndNoOther() {
        MailingList members = lists().add(MEMBERS);
        lists().ban(members, new AddressPattern("*@Spam.example"));
        lists().ban(members, new AddressPattern("bulk_*@*.mail%er.example"));
        assertThat(List.of("eve@spam.example", "EVE@SPAM.EXAMPLE", "bulk_1@a.b.mail%er.example"))
                .allMatch(it -> lists().isBanned(members, new EmailAddress(it)));
        assertThat(List.of(
                        "eve@sub.spam.example",
                        "eve@spam.example.org",
                        "bulkx1@a.mail%er.example",
                        "bulk_1@a.mailxer.example"))
                .noneMatch(it -> lists().isBanned(members, new EmailAddress(it)));
        lists().unban(members, new AddressPattern("*@spam.example"));
        assertThat(lists().isBanned(members, new EmailAddress("eve@spam.example")))
                .isFalse();
    }

    @Test
    default void bannedSenderIsBannedOnOneListUntilUnbanned() {
        MailingList members = lists().add(MEMBERS);
        MailingList news = lists().add(NEWS);
        lists().ban(members, ALICE);
        lists().ban(members, ALICE);
        assertThat(lists().isBanned(members, new EmailAddress("ALICE@harbour.example")))
                .isTrue();
        assertThat(lists().banned(members)).containsExactly(AddressPattern.of(ALICE));
        assertThat(lists().isBanned(members, BOB)).isFalse();
        assertThat(lists().isBanned(news, ALICE)).isFalse();
        lists().unban(members, ALICE);
        assertThat(lists().isBanned(members, ALICE)).isFalse();
    }

    @Test
    default void firstListsAreMadeOnce() {
        DeclaredList declared = new DeclaredList(MEMBERS, Set.of(ALICE), Set.of(BOB), Set.of(AddressPattern.of(BOB)));
        assertThat(lists().addFirst(List.of(declared))).isTrue();
        MailingList made = lists().find(MEMBERS.address()).orElseThrow();
        assertThat(made.settings()).isEqualTo(MEMBERS);
        assertThat(lists().stewards(made, Steward.OWNER)).containsExactly(ALICE);
        assertThat(lists().stewards(made, Steward.MODERATOR)).containsExactly(BOB);
        assertThat(lists().isBanned(made, BOB)).isTrue();

        lists().remove(MEMBERS.address());
        assertThat(lists().addFirst(List.of(declared))).isFalse();
        assertThat(lists().all()).isEmpty();
    }

    @Test
    default void newListHasNoMembers() {
        assertThat(lists().countMembers(lists().add(MEMBERS))).isZero();
    }
}
