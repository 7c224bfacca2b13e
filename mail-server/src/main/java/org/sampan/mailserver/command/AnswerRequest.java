package org.sampan.mailserver.command;

import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.enrolment.Joining;
import org.sampan.mailserver.enrolment.Leaving;
import org.sampan.mailserver.enrolment.Standings;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.notice.RequestContent;

/** Mail to {@code -request}: the subject, or else the first line, says what is asked for. */
public final class AnswerRequest extends CommandMailet {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTES = Duration.ofMinutes(5);

    private final Members members;
    private final Joining joining;
    private final Leaving leaving;
    private final Standings standings;
    private final OccasionalNotices notices;

    @Inject
    public AnswerRequest(
            MailingLists lists,
            Members members,
            Joining joining,
            Leaving leaving,
            Standings standings,
            OccasionalNotices notices) {
        super(lists);
        this.members = members;
        this.joining = joining;
        this.leaving = leaving;
        this.standings = standings;
        this.notices = notices;
    }

    @Override
    void obey(CommandMail command) {
        RequestWord word = RequestWord.in(command.subject(), FirstLine.of(command.message()));
        if (word instanceof RequestWord.Join) {
            joining.ask(JoinByMail.wish(command));
        } else if (word instanceof RequestWord.Leave) {
            leaving.ask(command.list(), command.sender(), command.messageId());
        } else if (word instanceof RequestWord.WhoAmI) {
            standings.tell(command.list(), command.sender(), command.messageId());
        } else if (word instanceof RequestWord.Language language) {
            changeLanguage(command, language.tag());
        } else {
            help(command);
        }
    }

    private void changeLanguage(CommandMail command, String language) {
        Optional<Subscription> subscription = members.find(command.list(), command.sender());
        if (subscription.isEmpty()) {
            standings.tell(command.list(), command.sender(), command.messageId());
            return;
        }
        Notice notice = Notice.of(command.list(), command.sender(), language, new RequestContent.LanguageChanged())
                .inReplyTo(command.messageId());
        // Never without telling: somebody else may have written the mail.
        notices.send(notice, MINUTES, () -> changeLanguage(command, subscription.get(), language));
    }

    private void changeLanguage(CommandMail command, Subscription old, String language) {
        Person person = old.person();
        Person changed = new Person(
                person.email(), person.name(), person.organisation(), person.country(), language, person.timezone());
        members.change(command.list(), changed, old.mode(), old.moderated());
    }

    private void help(CommandMail command) {
        String language = members.person(command.sender()).map(Person::language).orElse("");
        Notice notice = Notice.of(command.list(), command.sender(), language, new RequestContent.Help());
        notices.send(notice.inReplyTo(command.messageId()), DAY);
    }
}
