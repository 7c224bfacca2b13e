package org.sampan.mailserver.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/** What every {@link AutomaticAnswers} promises. */
interface AutomaticAnswersContract {
    EmailAddress ALICE = new EmailAddress("alice@harbour.example");
    EmailAddress BOB = new EmailAddress("bob@riverside.example");
    Duration HOUR = Duration.ofHours(1);

    /** None counted at the start of each test. */
    AutomaticAnswers answers();

    ClockByHand clock();

    MailingList list();

    MailingList otherList();

    @Test
    default void answerIsGivenOnceInAPause() {
        assertThat(answers().begin(list(), ALICE, "help", HOUR)).isTrue();
        clock().advance(Duration.ofMinutes(59));
        assertThat(answers().begin(list(), new EmailAddress("ALICE@harbour.example"), "help", HOUR))
                .isFalse();
        clock().advance(Duration.ofMinutes(1));
        assertThat(answers().begin(list(), ALICE, "help", HOUR)).isTrue();
    }

    @Test
    default void kindsListsAndAddressesAreCountedApart() {
        assertThat(answers().begin(list(), ALICE, "help", HOUR)).isTrue();
        assertThat(answers().begin(list(), ALICE, "welcome", HOUR)).isTrue();
        assertThat(answers().begin(list(), BOB, "help", HOUR)).isTrue();
        assertThat(answers().begin(otherList(), ALICE, "help", HOUR)).isTrue();
        assertThat(answers().count(ALICE, "help", HOUR)).isEqualTo(2);
        assertThat(answers().count(list(), "help", HOUR)).isEqualTo(2);
    }

    @Test
    default void countsForgetWhatIsLongAgo() {
        answers().begin(list(), ALICE, "help", HOUR);
        clock().advance(HOUR);
        assertThat(answers().count(ALICE, "help", HOUR)).isZero();
        assertThat(answers().count(list(), "help", HOUR)).isZero();
        clock().advance(Duration.ofDays(3));
        answers().begin(list(), BOB, "help", HOUR);
        assertThat(answers().count(list(), "help", Duration.ofDays(30))).isOne();
    }

    @Test
    default void withdrawnAnswerMayBeGivenAgain() {
        answers().begin(list(), ALICE, "help", HOUR);
        answers().withdraw(list(), ALICE, "help");
        assertThat(answers().begin(list(), ALICE, "help", HOUR)).isTrue();
    }
}
