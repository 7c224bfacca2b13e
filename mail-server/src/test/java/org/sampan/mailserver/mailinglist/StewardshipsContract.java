package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.mailinglist.Stewardships.Stewardship;
import org.sampan.mailserver.mailinglist.Stewardships.Taken;

/** What every {@link Stewardships} promises. */
public interface StewardshipsContract {
    EmailAddress ALICE = new EmailAddress("Alice@harbour.example");
    EmailAddress BO = new EmailAddress("bo@harbour.example");

    /** The stewardships under test; none at the start of each test. */
    Stewardships stewardships();

    /** The lists they are of. */
    MailingLists lists();

    /** A list, the same all through a test. */
    MailingList list();

    /** Another one, whose address comes first. */
    MailingList otherList();

    @Test
    default void whoLooksAfterListsIsKnownByAddressInAnyCase() {
        stewardships().give(list(), Steward.OWNER, ALICE);
        stewardships().give(list(), Steward.MODERATOR, ALICE);
        stewardships().give(otherList(), Steward.MODERATOR, ALICE);
        stewardships().give(otherList(), Steward.OWNER, BO);
        assertThat(stewardships().of(new EmailAddress("ALICE@harbour.example")))
                .containsExactly(
                        new Stewardship(otherList().id(), Steward.MODERATOR),
                        new Stewardship(list().id(), Steward.OWNER));
        assertThat(stewardships().of(new EmailAddress("nobody@harbour.example")))
                .isEmpty();
    }

    @Test
    default void roleIsGivenAndTakenWithoutTouchingOthers() {
        stewardships().give(list(), Steward.MODERATOR, ALICE);
        stewardships().give(list(), Steward.MODERATOR, ALICE);
        stewardships().give(list(), Steward.MODERATOR, BO);
        assertThat(stewardships().take(list(), Steward.MODERATOR, ALICE)).isEqualTo(Taken.TAKEN);
        assertThat(stewardships().take(list(), Steward.MODERATOR, ALICE)).isEqualTo(Taken.NOT_THERE);
        assertThat(lists().stewards(list(), Steward.MODERATOR)).containsExactly(BO);
        assertThat(stewardships().take(list(), Steward.MODERATOR, BO)).isEqualTo(Taken.TAKEN);
    }

    @Test
    default void lastOwnerStays() {
        stewardships().give(list(), Steward.OWNER, ALICE);
        assertThat(stewardships().take(list(), Steward.OWNER, BO)).isEqualTo(Taken.NOT_THERE);
        assertThat(stewardships().take(list(), Steward.OWNER, ALICE)).isEqualTo(Taken.LAST_OWNER);
        stewardships().give(list(), Steward.OWNER, BO);
        assertThat(stewardships().take(list(), Steward.OWNER, ALICE)).isEqualTo(Taken.TAKEN);
        assertThat(lists().stewards(list(), Steward.OWNER)).containsExactly(BO);
    }
}
