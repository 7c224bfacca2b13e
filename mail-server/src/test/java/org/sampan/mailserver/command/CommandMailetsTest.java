package org.sampan.mailserver.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.HTUN;
import static org.sampan.mailserver.enrolment.EnrolmentUnderTest.token;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.enrolment.EnrolmentUnderTest;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.notice.RequestContent;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class CommandMailetsTest {
    private final EnrolmentUnderTest enrolment;
    private final MailingList news;
    private final JoinByMail join;
    private final LeaveByMail leave;
    private final ConfirmByMail confirm;
    private final AnswerRequest request;

    CommandMailetsTest(Database database) {
        enrolment = new EnrolmentUnderTest(database);
        news = enrolment.list("mekong-news@lists.example", ListSettings.Joining.CONFIRM);
        join = new JoinByMail(enrolment.lists, enrolment.joining);
        leave = new LeaveByMail(enrolment.lists, enrolment.leaving);
        confirm = new ConfirmByMail(
                enrolment.lists,
                enrolment.confirming,
                enrolment.leaving,
                enrolment.standings,
                new AskForWord(enrolment.members, enrolment.occasional));
        request = new AnswerRequest(
                enrolment.lists,
                enrolment.members,
                enrolment.joining,
                enrolment.leaving,
                enrolment.standings,
                enrolment.occasional);
    }

    @Test
    void emptyMailFromAPhoneJoinsAfterAReply() throws IOException {
        join.obey(mail(Role.JOIN, "", AutomaticMailTest.fixture("join-from-a-phone.eml")));
        assertThat(enrolment.notices.sent().get(0).inReplyTo()).contains("<join.1@riverside.example>");
        EmailAddress answer =
                enrolment.notices.last(JoiningContent.ConfirmJoin.class).answer();

        confirm.obey(mailTo(answer, "Re: Please confirm", "Yes\r\n\r\n> Please confirm"));
        assertThat(enrolment.members.person(HTUN).orElseThrow().name()).isEqualTo("ထွန်းအောင်");
        assertThat(enrolment.members.find(news, HTUN).orElseThrow().consent()).isEqualTo("mail");
    }

    @Test
    void plainMailLeavesAfterAReply() {
        enrolment.subscribe(news, HTUN);
        leave.obey(mail(Role.LEAVE, ""));
        assertThat(enrolment.members.isMember(news, HTUN)).isTrue();
        confirm.obey(
                mailTo(enrolment.notices.last(JoiningContent.ConfirmLeave.class).answer(), "yes"));
        assertThat(enrolment.members.isMember(news, HTUN)).isFalse();
        assertThat(enrolment.notices.told())
                .containsExactly("confirm-leave htun@riverside.example", "goodbye htun@riverside.example");
    }

    @Test
    void vacationReplyWithoutASignOfItConfirmsNothing() {
        join.obey(mail(Role.JOIN, ""));
        EmailAddress answer =
                enrolment.notices.last(JoiningContent.ConfirmJoin.class).answer();
        CommandMail away = mailTo(answer, "Re: Please confirm: Mekong news", "Yes I am away until Monday. Ok?");
        confirm.obey(away);
        confirm.obey(away);
        assertThat(enrolment.members.isMember(news, HTUN)).isFalse();
        assertThat(enrolment.notices.told())
                .containsExactly("confirm-join htun@riverside.example", "confirm-by-word htun@riverside.example");
        confirm.obey(mailTo(
                enrolment.notices.last(JoiningContent.ConfirmByWord.class).answer(), "Re: one word", "yes."));
        assertThat(enrolment.members.isMember(news, HTUN)).isTrue();
    }

    @Test
    void usedTokenTellsHowThingsStand() {
        enrolment.subscribe(news, HTUN);
        confirm.obey(mail(Role.CONFIRM, "used"));
        assertThat(enrolment.notices.last(RequestContent.WhoAmI.class).standing())
                .isEqualTo(RequestContent.Standing.EACH);
    }

    @Test
    void helpIsGivenOnceADay() {
        request.obey(mail(Role.REQUEST, "what is this?"));
        request.obey(mail(Role.REQUEST, "help"));
        assertThat(enrolment.notices.told()).containsExactly("help htun@riverside.example");
        enrolment.clock.advance(Duration.ofDays(1));
        request.obey(mail(Role.REQUEST, "help"));
        assertThat(enrolment.notices.sent()).hasSize(2);
    }

    @Test
    void requestMayJoinAndLeave() {
        request.obey(mail(Role.REQUEST, "join"));
        String token =
                token(enrolment.notices.last(JoiningContent.ConfirmJoin.class).link());
        confirm.obey(mailTo(news.address().at(Role.CONFIRM, token), "ok"));
        request.obey(mail(Role.REQUEST, "leave"));
        assertThat(enrolment.notices.last(JoiningContent.ConfirmLeave.class)).isNotNull();
    }

    @Test
    void languageIsChangedForMembersAndSaidInIt() {
        request.obey(mail(Role.REQUEST, "language my"));
        assertThat(enrolment.notices.last(RequestContent.WhoAmI.class).standing())
                .isEqualTo(RequestContent.Standing.STRANGER);

        enrolment.subscribe(news, HTUN);
        request.obey(mail(Role.REQUEST, "language my"));
        assertThat(enrolment.members.person(HTUN)).map(Person::language).contains("my");
        assertThat(enrolment.notices.sent().get(1).language()).isEqualTo("my");
        request.obey(mail(Role.REQUEST, "language th"));
        assertThat(enrolment.members.person(HTUN)).map(Person::language).contains("my");
    }

    @Test
    void mailOfNobodyOrManyIsNoCommand() {
        EmailAddress address = news.address().at(Role.JOIN);
        for (String from : new String[] {"From: a@farm.example, b@farm.example\r\n", "From: nobody\r\nSender: x\r\n"}) {
            Message message = AutomaticMailTest.message(from + "\r\n");
            assertThat(CommandMail.of(
                            address,
                            new org.sampan.mailserver.post.Envelope(
                                    java.util.Optional.empty(), java.util.Optional.empty()),
                            message,
                            enrolment.lists))
                    .isEmpty();
        }
        assertThat(CommandMail.of(
                        new EmailAddress("nothing-join@lists.example"),
                        AutomaticMailTest.from("a@farm.example"),
                        AutomaticMailTest.message("From: a@farm.example\r\n\r\n"),
                        enrolment.lists))
                .isEmpty();
    }

    private CommandMail mail(Role role, String subject) {
        return mailTo(news.address().at(role), subject);
    }

    private CommandMail mail(Role role, String detail, Message message) {
        EmailAddress address =
                detail.isEmpty() ? news.address().at(role) : news.address().at(role, detail);
        return CommandMail.of(address, AutomaticMailTest.from(HTUN.written()), message, enrolment.lists)
                .orElseThrow();
    }

    private CommandMail mailTo(EmailAddress address, String subject) {
        return mailTo(address, subject, "");
    }

    private CommandMail mailTo(EmailAddress address, String subject, String text) {
        Message message = AutomaticMailTest.message(
                "From: htun@riverside.example\r\nMessage-ID: <1@riverside.example>\r\nSubject: " + subject
                        + "\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text);
        return CommandMail.of(address, AutomaticMailTest.from(HTUN.written()), message, enrolment.lists)
                .orElseThrow();
    }
}
