package org.sampan.mailserver.command;

import java.time.Duration;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.OccasionalNotices;

/** Tells, once a day at most, which word a reply has to say. */
final class AskForWord {
    private static final Duration DAY = Duration.ofDays(1);

    private final Members members;
    private final OccasionalNotices notices;

    @Inject
    AskForWord(Members members, OccasionalNotices notices) {
        this.members = members;
        this.notices = notices;
    }

    /** @param reader whom the token was mailed to, whoever wrote now */
    void of(CommandMail command, EmailAddress reader) {
        String language = members.person(reader).map(Person::language).orElse("");
        JoiningContent content =
                new JoiningContent.ConfirmByWord(command.list().address().at(Role.CONFIRM, command.detail()));
        notices.send(Notice.of(command.list(), reader, language, content).inReplyTo(command.messageId()), DAY);
    }
}
