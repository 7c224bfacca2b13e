package org.sampan.mailserver.command;

import javax.inject.Inject;
import org.sampan.mailserver.enrolment.Leaving;
import org.sampan.mailserver.mailinglist.MailingLists;

/** Mail to {@code -leave}: whoever reads the author's mail is asked, since From proves nothing. */
public final class LeaveByMail extends CommandMailet {
    private final Leaving leaving;

    @Inject
    public LeaveByMail(MailingLists lists, Leaving leaving) {
        super(lists);
        this.leaving = leaving;
    }

    @Override
    void obey(CommandMail command) {
        leaving.ask(command.list(), command.sender(), command.messageId());
    }
}
