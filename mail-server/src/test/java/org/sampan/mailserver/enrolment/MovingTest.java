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
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.notice.AddressContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class MovingTest {
    private static final EmailAddress HOME = new EmailAddress("htun@home.example");

    private final EnrolmentUnderTest enrolment;
    private final MailingList news;
    private final MailingList members;

    MovingTest(Database database) {
        enrolment = new EnrolmentUnderTest(database);
        news = enrolment.list("mekong-news@lists.example", ListSettings.Joining.CONFIRM);
        members = enrolment.list("members@lists.example", ListSettings.Joining.CLOSED);
        enrolment.subscribe(news, HTUN);
        enrolment.subscribe(members, HTUN);
    }

    @Test
    void allSubscriptionsMoveOnceBothAddressesSaidYes() {
        assertThat(enrolment.moving.askToMove(HTUN, HOME)).isTrue();
        assertThat(enrolment.notices.told())
                .containsExactly("confirm-move-old htun@riverside.example", "confirm-move-new htun@home.example");
        String old = token(asked(AddressContent.ConfirmMoveOld.class).link());
        String other = token(asked(AddressContent.ConfirmMoveNew.class).link());

        assertThat(confirm(other)).isEqualTo(Confirming.Outcome.HALF_MOVED);
        assertThat(enrolment.members.subscriptionsOf(HTUN)).hasSize(2);
        assertThat(enrolment.confirming.find(other)).isEmpty();
        assertThat(enrolment.confirming.confirm(other, Optional.empty())).isEmpty();

        assertThat(confirm(old)).isEqualTo(Confirming.Outcome.MOVED);
        assertThat(enrolment.members.subscriptionsOf(HTUN)).isEmpty();
        assertThat(enrolment.members.subscriptionsOf(HOME)).hasSize(2);
    }

    @Test
    void joiningAListInBetweenIsNoYes() {
        enrolment.moving.askToMove(HTUN, HOME);
        String old = token(asked(AddressContent.ConfirmMoveOld.class).link());
        enrolment.ask(news, HOME);
        String join = token(enrolment
                .notices
                .last(org.sampan.mailserver.notice.JoiningContent.ConfirmJoin.class)
                .link());
        assertThat(confirm(join)).isEqualTo(Confirming.Outcome.SUBSCRIBED);
        assertThat(confirm(old)).isEqualTo(Confirming.Outcome.HALF_MOVED);
        assertThat(enrolment.members.isMember(news, HTUN)).isTrue();
    }

    @Test
    void changeThatOneAddressIgnoresLapses() {
        enrolment.moving.askToMove(HTUN, HOME);
        confirm(token(asked(AddressContent.ConfirmMoveOld.class).link()));
        enrolment.clock.advance(Duration.ofDays(7));
        assertThat(enrolment.confirming.confirm(
                        token(asked(AddressContent.ConfirmMoveNew.class).link()), Optional.empty()))
                .isEmpty();
        assertThat(enrolment.members.isMember(news, HTUN)).isTrue();
    }

    @Test
    void furtherAddressSaysYesItself() {
        assertThat(enrolment.moving.askToWriteFrom(HTUN, HOME)).isTrue();
        assertThat(enrolment.members.findPoster(news, HOME)).isEmpty();
        AddressContent.ConfirmAddress asked = asked(AddressContent.ConfirmAddress.class);
        assertThat(asked.other()).isEqualTo("htun@riverside.example");
        assertThat(confirm(token(asked.link()))).isEqualTo(Confirming.Outcome.ADDED);
        assertThat(enrolment.members.findPoster(news, HOME).orElseThrow().person())
                .isEqualTo(Person.of(HTUN));
    }

    @Test
    void addressThatAnswersNothingIsNotAskedAFourthTime() {
        EmailAddress victim = new EmailAddress("victim@elsewhere.example");
        for (int time = 0; time < 5; time++) {
            enrolment.moving.askToWriteFrom(HTUN, victim);
            enrolment.moving.askToMove(HTUN, victim);
            enrolment.clock.advance(Duration.ofDays(8));
        }
        assertThat(enrolment.notices.told())
                .filteredOn(it -> it.endsWith(" " + victim))
                .hasSize(3);
    }

    @Test
    void strangerHasNothingToMove() {
        assertThat(enrolment.moving.askToMove(HOME, HTUN)).isFalse();
        assertThat(enrolment.moving.askToWriteFrom(HOME, HTUN)).isFalse();
        assertThat(enrolment.notices.sent()).isEmpty();
    }

    private <C extends AddressContent> C asked(Class<C> kind) {
        return enrolment.notices.sent().stream()
                .map(Notice::content)
                .filter(kind::isInstance)
                .map(kind::cast)
                .reduce((first, later) -> later)
                .orElseThrow();
    }

    private Confirming.Outcome confirm(String token) {
        return enrolment
                .confirming
                .confirm(token, Optional.empty())
                .orElseThrow()
                .outcome();
    }
}
