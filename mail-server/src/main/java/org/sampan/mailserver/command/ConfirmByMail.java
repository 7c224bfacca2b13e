package org.sampan.mailserver.command;

import javax.inject.Inject;
import org.sampan.mailserver.enrolment.Joining;
import org.sampan.mailserver.enrolment.Leaving;
import org.sampan.mailserver.enrolment.Standings;
import org.sampan.mailserver.mailinglist.MailingLists;

/** A reply to {@code -confirm+token}: the token proves what the author may ask; a used one tells how things stand. */
public final class ConfirmByMail extends CommandMailet {
    private final Joining joining;
    private final Leaving leaving;
    private final Standings standings;

    @Inject
    public ConfirmByMail(MailingLists lists, Joining joining, Leaving leaving, Standings standings) {
        super(lists);
        this.joining = joining;
        this.leaving = leaving;
        this.standings = standings;
    }

    @Override
    void obey(CommandMail command) {
        boolean done = joining.confirm(command.detail(), command.messageId()).isPresent()
                || leaving.leave(command.detail(), command.messageId()).isPresent();
        if (!done) {
            standings.tell(command.list(), command.sender(), command.messageId());
        }
    }
}
