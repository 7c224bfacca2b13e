package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link AcceptedSenders} promises. */
interface AcceptedSendersContract {
    EmailAddress ALICE = new EmailAddress("Alice@harbour.example");

    AcceptedSenders accepted();

    MailingList list();

    MailingList otherList();

    @Test
    default void senderIsAcceptedOnOneListHoweverWritten() {
        assertThat(accepted().isAccepted(list(), ALICE)).isFalse();
        accepted().accept(list(), ALICE);
        accepted().accept(list(), ALICE);
        assertThat(accepted().isAccepted(list(), new EmailAddress("alice@HARBOUR.example")))
                .isTrue();
        assertThat(accepted().isAccepted(otherList(), ALICE)).isFalse();
    }
}
