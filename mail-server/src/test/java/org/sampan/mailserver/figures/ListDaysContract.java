package org.sampan.mailserver.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.figures.ListDays.ListDay;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;

/** What every {@link ListDays} promises. */
public interface ListDaysContract {
    /** The days under test. */
    ListDays days();

    Members members();

    /** An empty list, the same all through a test, of which nothing was counted yet. */
    MailingList list();

    LocalDate today();

    /** Makes what happened today have happened so many days ago. */
    void letDaysGoBy(int days);

    /** A post of so many recipients, of whom some were sent to, the next put off, the next refused. */
    void send(int recipients, int sent, int deferred, int failed);

    /** Mail to somebody on the list has come back. */
    void bounce(String email);

    /** The ledger and the bounces know nothing any more. */
    void forgetEverything();

    @Test
    default void everyDayIsThereOldestFirst() {
        assertThat(days().last(list(), 3))
                .extracting(ListDay::day)
                .containsExactly(today().minusDays(2), today().minusDays(1), today());
        assertThat(days().last(list(), 1)).containsExactly(new ListDay(today(), 0, 0, 0, 0, 0, 0, 0));
    }

    @Test
    default void membersOfADayAreThoseOfTodayWithoutWhatCameLater() {
        join("alice@harbour.example");
        join("bo@harbour.example");
        letDaysGoBy(2);
        join("cedric@harbour.example");
        members().remove(list(), new EmailAddress("alice@harbour.example"));
        letDaysGoBy(1);
        join("dara@harbour.example");
        List<ListDay> days = days().last(list(), 5);
        assertThat(days).extracting(ListDay::members).containsExactly(0L, 2L, 2L, 2L, 3L);
        assertThat(days).extracting(ListDay::joined).containsExactly(0L, 2L, 0L, 1L, 1L);
        assertThat(days).extracting(ListDay::gone).containsExactly(0L, 0L, 0L, 1L, 0L);
    }

    @Test
    default void whoIsAddedAgainOrErasedIsCountedRightly() {
        join("alice@harbour.example");
        join("alice@harbour.example");
        members().erase(new EmailAddress("alice@harbour.example"));
        assertThat(days().last(list(), 1)).containsExactly(new ListDay(today(), 0, 1, 1, 0, 0, 0, 0));
    }

    @Test
    default void copiesCountOnTheDayTheirPostWasSentOut() {
        send(5, 3, 1, 1);
        bounce("reader1@reading.example");
        letDaysGoBy(1);
        send(2, 1, 0, 0);
        List<ListDay> days = days().last(list(), 2);
        assertThat(days).extracting(ListDay::sent).containsExactly(3L, 1L);
        assertThat(days).extracting(ListDay::deferred).containsExactly(1L, 0L);
        assertThat(days).extracting(ListDay::failed).containsExactly(1L, 0L);
        assertThat(days).extracting(ListDay::bounced).containsExactly(1L, 0L);
    }

    @Test
    default void settledDaysStayWhenTheLedgerForgets() {
        join("alice@harbour.example");
        send(5, 4, 0, 1);
        days().settle(list());
        letDaysGoBy(10);
        join("bo@harbour.example");
        join("cedric@harbour.example");
        days().settle(list());
        letDaysGoBy(20);
        days().settle(list());
        days().settle(list());
        forgetEverything();
        List<ListDay> days = days().last(list(), 31);
        assertThat(days.get(0)).isEqualTo(new ListDay(today().minusDays(30), 1, 1, 0, 4, 0, 1, 0));
        assertThat(days.get(10).joined()).isEqualTo(2);
        assertThat(days.get(30).members()).isEqualTo(3);
    }

    private void join(String email) {
        members().add(list(), Person.of(new EmailAddress(email)), DeliveryMode.EACH, "owner");
    }
}
