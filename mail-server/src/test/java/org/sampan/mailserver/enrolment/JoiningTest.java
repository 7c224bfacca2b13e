package org.sampan.mailserver.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.HTUN;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.token;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.enrolment.Joining.Reception;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.BounceRecord;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JoiningTest {
    private final EnrolmentUnderTest enrolment;
    private final MailingList news;

    JoiningTest(Database database) {
        enrolment = new EnrolmentUnderTest(database);
        news = enrolment.list("mekong-news@lists.example", ListSettings.Joining.CONFIRM);
    }

    @Test
    void strangerIsOnTheListOnlyAfterConfirming() {
        assertThat(ask()).isEqualTo(Reception.TAKEN);
        assertThat(enrolment.members.isMember(news, HTUN)).isFalse();

        String token = mailedToken();
        assertThat(enrolment.confirming.find(token)).get().satisfies(request -> {
            assertThat(request.email()).isEqualTo(HTUN);
            assertThat(request.language()).isEqualTo("en");
            assertThat(request.expiresAt()).isEqualTo(enrolment.clock.instant().plus(Duration.ofDays(7)));
        });
        assertThat(enrolment.members.isMember(news, HTUN)).isFalse();

        assertThat(confirm(token)).isPresent();
        assertThat(enrolment.members.find(news, HTUN))
                .map(Subscription::consent)
                .contains("web");
        assertThat(enrolment.notices.told())
                .containsExactly("confirm-join htun@riverside.example", "welcome htun@riverside.example");
    }

    @Test
    void tokenIsGoodOnce() {
        ask();
        String token = mailedToken();
        assertThat(confirm(token.toUpperCase(java.util.Locale.ROOT))).isPresent();
        assertThat(confirm(token)).isEmpty();
        assertThat(enrolment.confirming.find(token)).isEmpty();
    }

    @Test
    void tokenExpires() {
        ask();
        enrolment.clock.advance(Duration.ofDays(7));
        assertThat(enrolment.confirming.find(mailedToken())).isEmpty();
        assertThat(confirm(mailedToken())).isEmpty();
        assertThat(enrolment.members.isMember(news, HTUN)).isFalse();
    }

    @Test
    void unknownTokensAreNotTaken() {
        assertThat(confirm("")).isEmpty();
        assertThat(confirm("nonsense")).isEmpty();
        assertThat(confirm("0".repeat(26))).isEmpty();
    }

    @Test
    void nobodyIsAskedTwiceInAnHour() {
        ask();
        String first = mailedToken();
        assertThat(ask()).isEqualTo(Reception.TAKEN);
        assertThat(enrolment.notices.sent()).hasSize(1);
        enrolment.clock.advance(Duration.ofHours(1));
        ask();
        assertThat(enrolment.notices.sent()).hasSize(2);
        assertThat(enrolment.confirming.find(first)).isEmpty();
        assertThat(confirm(mailedToken())).isPresent();
    }

    @Test
    void nobodyIsFloodedThroughManyLists() {
        for (int number = 0; number < 8; number++) {
            MailingList list = enrolment.list("list%d@lists.example".formatted(number), ListSettings.Joining.CONFIRM);
            assertThat(enrolment.ask(list, HTUN)).isEqualTo(Reception.TAKEN);
        }
        assertThat(enrolment.notices.sent()).hasSize(5);
    }

    @Test
    void listCannotBeUsedToFloodOthers() {
        for (int number = 0; number < 60; number++) {
            assertThat(enrolment.ask(news, new EmailAddress("reader%d@reading.example".formatted(number))))
                    .isEqualTo(Reception.TAKEN);
        }
        assertThat(ask()).isEqualTo(Reception.TOO_MANY);
        enrolment.clock.advance(Duration.ofMinutes(1));
        assertThat(ask()).isEqualTo(Reception.TAKEN);
    }

    @Test
    void memberIsToldByMailOnlyAndOnceADay() {
        enrolment.subscribe(news, HTUN);
        assertThat(ask()).isEqualTo(Reception.TAKEN);
        assertThat(ask()).isEqualTo(Reception.TAKEN);
        assertThat(enrolment.notices.told()).containsExactly("already-on-list htun@riverside.example");
        enrolment.clock.advance(Duration.ofDays(1));
        ask();
        assertThat(enrolment.notices.sent()).hasSize(2);
    }

    @Test
    void closedListIsClosed() {
        MailingList members = enrolment.list("members@lists.example", ListSettings.Joining.CLOSED);
        assertThat(enrolment.ask(members, HTUN)).isEqualTo(Reception.CLOSED);
        assertThat(enrolment.notices.sent()).isEmpty();
    }

    @Test
    void openListTakesEverybodyAtOnce() {
        MailingList open = enrolment.list("open@lists.example", ListSettings.Joining.OPEN);
        assertThat(enrolment.ask(open, HTUN)).isEqualTo(Reception.TAKEN);
        assertThat(enrolment.members.isMember(open, HTUN)).isTrue();
        assertThat(enrolment.notices.told()).containsExactly("welcome htun@riverside.example");
    }

    @Test
    void bannedAddressIsAnsweredAlikeAndGetsNothing() {
        enrolment.lists.ban(news, HTUN);
        assertThat(ask()).isEqualTo(Reception.TAKEN);
        assertThat(enrolment.notices.sent()).isEmpty();
    }

    @Test
    void whoIsBannedAfterAskingCannotConfirm() {
        ask();
        enrolment.lists.ban(news, HTUN);
        assertThat(confirm(mailedToken())).isEmpty();
        assertThat(enrolment.members.isMember(news, HTUN)).isFalse();
    }

    @Test
    void suspendedMemberComesBackByConfirming() {
        enrolment.subscribe(news, HTUN);
        enrolment.members.change(news, HTUN, Subscription.State.SUSPENDED);
        enrolment.members.changeBounces(HTUN, clean -> new BounceRecord(9, enrolment.clock.instant(), "550 no"));
        ask();
        assertThat(confirm(mailedToken())).isPresent();
        assertThat(enrolment.members.find(news, HTUN)).map(Subscription::state).contains(Subscription.State.ACTIVE);
        assertThat(enrolment.members.bounces(HTUN)).isEqualTo(BounceRecord.CLEAN);
    }

    @Test
    void readerIsWrittenToInTheLanguageAskedForOrChosenBefore() {
        enrolment.joining.ask(new Wish(news, new Person(HTUN, "", "", "", "my", ""), "web", Optional.empty()));
        assertThat(enrolment.notices.sent().get(0).language()).isEqualTo("my");
        confirm(mailedToken());
        assertThat(enrolment.members.person(HTUN)).map(Person::language).contains("my");
        ask();
        assertThat(enrolment.notices.sent().get(2).language()).isEqualTo("my");
    }

    private Reception ask() {
        return enrolment.ask(news, HTUN);
    }

    private Optional<Confirming.Done> confirm(String token) {
        return enrolment.confirming.confirm(token, Optional.empty());
    }

    private String mailedToken() {
        return token(enrolment.notices.last(JoiningContent.ConfirmJoin.class).link());
    }
}
