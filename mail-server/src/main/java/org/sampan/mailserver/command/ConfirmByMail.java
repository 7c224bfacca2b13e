package org.sampan.mailserver.command;

import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.enrolment.Confirming;
import org.sampan.mailserver.enrolment.Leaving;
import org.sampan.mailserver.enrolment.Standings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingLists;

/**
 * A reply to {@code -confirm+token} that says yes in so many words: the token proves what the author may ask; a used one tells how
 * things stand. A reply without the word may be an answering machine's: whoever the token was mailed to is told the word.
 */
public final class ConfirmByMail extends CommandMailet {
    private final Confirming confirming;
    private final Leaving leaving;
    private final Standings standings;
    private final AskForWord askForWord;

    @Inject
    public ConfirmByMail(
            MailingLists lists, Confirming confirming, Leaving leaving, Standings standings, AskForWord askForWord) {
        super(lists);
        this.confirming = confirming;
        this.leaving = leaving;
        this.standings = standings;
        this.askForWord = askForWord;
    }

    @Override
    void obey(CommandMail command) {
        Optional<Confirming.Asked> asked = confirming.find(command.detail());
        Optional<Leaving.Departure> leaves = leaving.find(command.detail());
        if (asked.isEmpty() && leaves.isEmpty()) {
            standings.tell(command.list(), command.sender(), command.messageId());
        } else if (!YesWord.isIn(command.subject(), FirstLine.of(command.message()))) {
            asked.map(Confirming.Asked::email)
                    .or(() -> leaves.flatMap(it -> EmailAddress.parse(it.email())))
                    .ifPresent(it -> askForWord.of(command, it));
        } else if (asked.isPresent()) {
            confirming.confirm(command.detail(), command.messageId());
        } else {
            leaving.leave(command.detail(), "", command.messageId());
        }
    }
}
