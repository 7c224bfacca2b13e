package org.sampan.mailserver.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.HTUN;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.token;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.enrolment.Leaving.Departure;
import org.sampan.mailserver.enrolment.Leaving.State;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.LeaveToken;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.notice.RequestContent;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class LeavingTest {
    private final EnrolmentUnderTest enrolment;
    private final MailingList members;
    private final String token;

    LeavingTest(Database database) {
        enrolment = new EnrolmentUnderTest(database);
        members = enrolment.list("members@lists.example", ListSettings.Joining.CLOSED);
        token = new LeaveToken(members.id(), enrolment.subscribe(members, HTUN).personId())
                .text(new SigningKey(new byte[32]));
    }

    @Test
    void lookingAtALinkChangesNothing() {
        assertThat(enrolment.leaving.find(token))
                .contains(new Departure(members, "htun@riverside.example", "en", State.SUBSCRIBED));
        assertThat(enrolment.members.isMember(members, HTUN)).isTrue();
    }

    @Test
    void whoLeavesIsGoneAndIsToldOnce() {
        assertThat(leave()).map(Departure::state).contains(State.LEFT);
        assertThat(enrolment.members.isMember(members, HTUN)).isFalse();
        assertThat(leave()).map(Departure::state).contains(State.GONE);
        assertThat(enrolment.leaving.find(token)).map(Departure::state).contains(State.GONE);
        assertThat(enrolment.notices.told()).containsExactly("goodbye htun@riverside.example");
    }

    @Test
    void leavingCanBeTakenBackWithEverythingThatWas() {
        enrolment.members.change(members, Person.of(HTUN), DeliveryMode.DAILY, true);
        leave();
        String undo = token(enrolment.notices.last(JoiningContent.Goodbye.class).undoLink());
        assertThat(enrolment.confirming.confirm(undo, Optional.empty())).isPresent();
        Subscription back = enrolment.members.find(members, HTUN).orElseThrow();
        assertThat(back.mode()).isEqualTo(DeliveryMode.DAILY);
        assertThat(back.moderated()).isTrue();
        assertThat(enrolment.notices.sent()).hasSize(1);
        assertThat(enrolment.confirming.confirm(undo, Optional.empty())).isEmpty();
    }

    @Test
    void leavingIsUndoneByTheSameLinkForThirtyDays() {
        enrolment.members.change(members, Person.of(HTUN), DeliveryMode.WEEKLY, true);
        leave();
        enrolment.clock.advance(Duration.ofDays(29));
        assertThat(enrolment.leaving.undo(token)).map(Departure::state).contains(State.SUBSCRIBED);
        Subscription back = enrolment.members.find(members, HTUN).orElseThrow();
        assertThat(back.mode()).isEqualTo(DeliveryMode.WEEKLY);
        assertThat(back.moderated()).isTrue();

        leave();
        enrolment.clock.advance(Duration.ofDays(31));
        assertThat(enrolment.leaving.undo(token)).map(Departure::state).contains(State.GONE);
        assertThat(enrolment.members.isMember(members, HTUN)).isFalse();
    }

    @Test
    void bannedReaderCannotUndoLeaving() {
        leave();
        enrolment.lists.ban(members, HTUN);
        assertThat(enrolment.leaving.undo(token)).map(Departure::state).contains(State.GONE);
        assertThat(enrolment.leaving.undo("nonsense")).isEmpty();
    }

    @Test
    void reasonIsKeptWithoutTheName() {
        enrolment.leaving.leave(token, "Too much\r\nmail " + "x".repeat(600), Optional.empty());
        assertThat(enrolment.departures.reasons(members)).singleElement().satisfies(reason -> {
            assertThat(reason).startsWith("Too much mail xxx").hasSize(500);
        });
    }

    @Test
    void tokenOfOthersIsNotOurs() {
        assertThat(enrolment.leaving.leave("nonsense", "", Optional.empty())).isEmpty();
        byte[] otherSecret = new byte[32];
        otherSecret[0] = 1;
        String forged = new LeaveToken(members.id(), 1).text(new SigningKey(otherSecret));
        assertThat(enrolment.leaving.leave(forged, "", Optional.empty())).isEmpty();
        assertThat(enrolment.members.isMember(members, HTUN)).isTrue();
    }

    @Test
    void erasedPersonIsGoneWithoutAName() {
        enrolment.members.erase(HTUN);
        assertThat(leave()).contains(new Departure(members, "", "en", State.GONE));
    }

    @Test
    void removedListIsNotFound() {
        enrolment.lists.remove(members.address());
        assertThat(leave()).isEmpty();
    }

    @Test
    void plainMailTakesNobodyOffButAsks() {
        enrolment.leaving.ask(members, HTUN, Optional.of("<1@riverside.example>"));
        enrolment.leaving.ask(members, HTUN, Optional.of("<2@riverside.example>"));
        assertThat(enrolment.members.isMember(members, HTUN)).isTrue();
        assertThat(enrolment.notices.told()).containsExactly("confirm-leave htun@riverside.example");
        assertThat(enrolment.notices.sent().get(0).inReplyTo()).contains("<1@riverside.example>");
        JoiningContent.ConfirmLeave asked = enrolment.notices.last(JoiningContent.ConfirmLeave.class);
        assertThat(asked.link()).isEqualTo("https://news.example/leave/" + token);
        assertThat(asked.answer()).hasToString("members-confirm+" + token + "@lists.example");
    }

    @Test
    void whoIsNotOnTheListIsToldSo() {
        leave();
        enrolment.leaving.ask(members, HTUN, Optional.empty());
        assertThat(enrolment.notices.last(RequestContent.WhoAmI.class).standing())
                .isEqualTo(RequestContent.Standing.STRANGER);
    }

    private Optional<Departure> leave() {
        return enrolment.leaving.leave(token, "", Optional.empty());
    }
}
