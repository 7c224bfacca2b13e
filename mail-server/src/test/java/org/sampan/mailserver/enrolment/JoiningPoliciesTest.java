package org.sampan.mailserver.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.HTUN;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.token;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists.Steward;
import org.sampan.mailserver.membership.Consent;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** Who gets on a list, by each policy, and what is kept of their having agreed. */
@ExtendWith(TestDatabase.class)
class JoiningPoliciesTest {
    private static final EmailAddress KANYA = new EmailAddress("kanya@market.example");

    private final EnrolmentUnderTest enrolment;

    JoiningPoliciesTest(Database database) {
        enrolment = new EnrolmentUnderTest(database);
    }

    @Test
    void moderatorLetsPeopleIn() {
        MailingList list = list(ListSettings.Joining.MODERATE);
        ask(list);
        ask(list);
        assertThat(enrolment.notices.told())
                .containsExactly("join-waiting htun@riverside.example", "join-asked kanya@market.example");
        Admission.Applicant htun = enrolment.admission.applicants(list).get(0);
        assertThat(htun.email()).isEqualTo(HTUN);
        assertThat(enrolment.members.isMember(list, HTUN)).isFalse();

        assertThat(enrolment.admission.admit(list, htun.id(), "Kanya")).isPresent();
        assertThat(enrolment.members.isMember(list, HTUN)).isTrue();
        assertThat(enrolment.notices.told()).contains("welcome htun@riverside.example");
        assertThat(enrolment.admission.admit(list, htun.id(), "Kanya")).isEmpty();
        assertThat(enrolment.admission.refuse(list, htun.id(), "Kanya", "")).isEmpty();
    }

    @Test
    void whoIsRefusedIsToldWhy() {
        MailingList list = list(ListSettings.Joining.MODERATE);
        ask(list);
        long id = enrolment.admission.applicants(list).get(0).id();
        assertThat(enrolment.admission.refuse(list, id, "Kanya", "For staff only."))
                .isPresent();
        assertThat(enrolment.notices.last(JoiningContent.JoinRefused.class).reason())
                .isEqualTo("For staff only.");
        assertThat(enrolment.members.isMember(list, HTUN)).isFalse();
        assertThat(enrolment.admission.applicants(list)).isEmpty();
    }

    @Test
    void withBothPoliciesModeratorsHearOnlyOfWhoConfirmed() {
        MailingList list = list(ListSettings.Joining.CONFIRM_MODERATE);
        ask(list);
        assertThat(enrolment.admission.applicants(list)).isEmpty();
        assertThat(confirmLast()).isEqualTo(Confirming.Outcome.WAITING);
        assertThat(enrolment.members.isMember(list, HTUN)).isFalse();
        assertThat(enrolment.admission.applicants(list)).hasSize(1);
        assertThat(enrolment.notices.told()).contains("join-asked kanya@market.example");
    }

    @Test
    void invitationListTakesOnlyWhoWasInvited() {
        MailingList list = list(ListSettings.Joining.INVITATION);
        assertThat(enrolment.ask(list, HTUN)).isEqualTo(Joining.Reception.CLOSED);
        assertThat(enrolment.inviting.invite(list, Person.of(HTUN), "Do come.")).isEqualTo(Inviting.Result.INVITED);
        assertThat(enrolment.inviting.invite(list, Person.of(HTUN), "")).isEqualTo(Inviting.Result.ALREADY_INVITED);
        assertThat(enrolment.inviting.open(list))
                .extracting(Inviting.Invited::email)
                .containsExactly(HTUN);
        assertThat(enrolment.members.isMember(list, HTUN)).isFalse();

        String token =
                token(enrolment.notices.last(JoiningContent.Invitation.class).link());
        assertThat(enrolment
                        .confirming
                        .confirm(token, Optional.empty())
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Confirming.Outcome.SUBSCRIBED);
        assertThat(enrolment.members.find(list, HTUN))
                .map(Subscription::consent)
                .contains("invitation");
        assertThat(enrolment.inviting.open(list)).isEmpty();
        assertThat(enrolment.inviting.invite(list, Person.of(HTUN), "")).isEqualTo(Inviting.Result.ON_THE_LIST);
    }

    @Test
    void bannedAddressIsNotInvited() {
        MailingList list = list(ListSettings.Joining.INVITATION);
        enrolment.lists.ban(list, HTUN);
        assertThat(enrolment.inviting.invite(list, Person.of(HTUN), "")).isEqualTo(Inviting.Result.BANNED);
        assertThat(enrolment.notices.sent()).isEmpty();
    }

    @Test
    void consentSaysWhenHowFromWhereAndToWhichWords() {
        MailingList list = list(ListSettings.Joining.CONFIRM);
        enrolment.joining.ask(new Wish(list, Person.of(HTUN), "web", Visitor.parse("203.0.113.7"), Optional.empty()));
        enrolment.clock.advance(Duration.ofHours(2));
        confirmLast();
        Consent consent = enrolment.consents.find(list, HTUN).orElseThrow();
        assertThat(consent.how()).isEqualTo("web");
        assertThat(consent.at()).isEqualTo(enrolment.clock.instant());
        assertThat(consent.visitor()).isEqualTo("203.0.113.7");
        assertThat(consent.words()).startsWith("confirm-join/en/");
        assertThat(enrolment.consents.words(consent.words())).contains("confirm-join.lead = in en");
    }

    @Test
    void addressThatIgnoredThreeConfirmationsIsLeftInPeace() {
        MailingList list = list(ListSettings.Joining.CONFIRM);
        for (int day = 0; day < 5; day++) {
            assertThat(enrolment.ask(list, HTUN)).isEqualTo(Joining.Reception.TAKEN);
            enrolment.clock.advance(Duration.ofDays(1));
        }
        assertThat(enrolment.notices.sent()).hasSize(3);
        enrolment.clock.advance(Duration.ofDays(8));
        MailingList other = enrolment.list("other@lists.example", ListSettings.Joining.CONFIRM);
        enrolment.ask(other, HTUN);
        assertThat(enrolment.notices.sent()).hasSize(3);
        assertThat(enrolment.inviting.invite(other, Person.of(HTUN), "")).isEqualTo(Inviting.Result.DOES_NOT_ANSWER);
        enrolment.ask(list, KANYA);
        assertThat(enrolment.notices.sent()).hasSize(4);
    }

    @Test
    void whoAnswersIsAskedAgainLater() {
        for (int number = 0; number < 5; number++) {
            MailingList list = enrolment.list("list" + number + "@lists.example", ListSettings.Joining.CONFIRM);
            enrolment.ask(list, HTUN);
            assertThat(confirmLast()).isEqualTo(Confirming.Outcome.SUBSCRIBED);
            enrolment.clock.advance(Duration.ofDays(10));
        }
    }

    @Test
    void oneNetworkCannotAskForEverybody() {
        MailingList list = list(ListSettings.Joining.CONFIRM);
        for (int number = 0; number < 60; number++) {
            assertThat(askFrom(list, number, "203.0.113." + number)).isEqualTo(Joining.Reception.TAKEN);
            enrolment.clock.advance(Duration.ofSeconds(30));
        }
        assertThat(askFrom(list, 60, "203.0.113.200")).isEqualTo(Joining.Reception.TOO_MANY);
        assertThat(askFrom(list, 61, "198.51.100.1")).isEqualTo(Joining.Reception.TAKEN);
        enrolment.clock.advance(Duration.ofHours(1));
        assertThat(askFrom(list, 62, "203.0.113.200")).isEqualTo(Joining.Reception.TAKEN);
    }

    @Test
    void oneServerCannotAskForEverybodyByMailUnlessAllMailComesFromIt() {
        MailingList list = list(ListSettings.Joining.CONFIRM);
        for (int number = 0; number < 60; number++) {
            assertThat(mailFrom(list, number, "203.0.113.9")).isEqualTo(Joining.Reception.TAKEN);
            assertThat(mailFrom(list, 100 + number, "192.0.2.10")).isEqualTo(Joining.Reception.TAKEN);
            enrolment.clock.advance(Duration.ofSeconds(30));
        }
        assertThat(mailFrom(list, 60, "203.0.113.10")).isEqualTo(Joining.Reception.TOO_MANY);
        assertThat(mailFrom(list, 160, "192.0.2.10")).isEqualTo(Joining.Reception.TAKEN);
        assertThat(mailFrom(list, 61, "198.51.100.1")).isEqualTo(Joining.Reception.TAKEN);
    }

    private Joining.Reception mailFrom(MailingList list, int number, String server) {
        Person person = Person.of(new EmailAddress("reader" + number + "@reading.example"));
        return enrolment.joining.ask(new Wish(list, person, Wish.BY_MAIL, Visitor.parse(server), Optional.empty()));
    }

    @Test
    void moderatorsAreNotFloodedByStrangers() {
        MailingList list = list(ListSettings.Joining.MODERATE);
        for (int number = 0; number < 40; number++) {
            enrolment.ask(list, new EmailAddress("reader" + number + "@reading.example"));
        }
        assertThat(enrolment.notices.told())
                .filteredOn(it -> it.equals("join-asked " + KANYA))
                .hasSize(20);
        assertThat(enrolment.admission.applicants(list)).hasSize(40);
        enrolment.clock.advance(Duration.ofHours(1));
        ask(list);
        assertThat(enrolment.notices.told())
                .filteredOn(it -> it.equals("join-asked " + KANYA))
                .hasSize(21);
    }

    private Joining.Reception askFrom(MailingList list, int number, String visitor) {
        Person person = Person.of(new EmailAddress("reader" + number + "@reading.example"));
        return enrolment.joining.ask(new Wish(list, person, "web", Visitor.parse(visitor), Optional.empty()));
    }

    private MailingList list(ListSettings.Joining policy) {
        MailingList list = enrolment.list("mekong-news@lists.example", policy);
        enrolment.lists.setStewards(list, Steward.MODERATOR, java.util.Set.of(KANYA));
        return list;
    }

    private void ask(MailingList list) {
        assertThat(enrolment.ask(list, HTUN)).isEqualTo(Joining.Reception.TAKEN);
    }

    private Confirming.Outcome confirmLast() {
        String token =
                token(enrolment.notices.last(JoiningContent.ConfirmJoin.class).link());
        return enrolment
                .confirming
                .confirm(token, Optional.empty())
                .orElseThrow()
                .outcome();
    }
}
