package org.sampan.mailserver.command;

import javax.inject.Inject;
import org.sampan.mailserver.enrolment.Joining;
import org.sampan.mailserver.enrolment.Wish;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.Person;

/** Mail to {@code -join}: the author wants to be on the list. */
public final class JoinByMail extends CommandMailet {
    private static final int LONGEST_NAME = 200;

    private final Joining joining;

    @Inject
    public JoinByMail(MailingLists lists, Joining joining) {
        super(lists);
        this.joining = joining;
    }

    @Override
    void obey(CommandMail command) {
        joining.ask(wish(command));
    }

    static Wish wish(CommandMail command) {
        String name = command.author().name();
        Person person = new Person(command.sender(), name.length() <= LONGEST_NAME ? name : "", "", "", "", "");
        return new Wish(command.list(), person, Wish.BY_MAIL, command.server(), command.messageId());
    }
}
