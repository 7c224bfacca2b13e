package org.sampan.mailserver.command;

import java.util.Optional;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.enrolment.Visitor;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.post.PostAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a mail as a command and ends it. Running it twice asks or tells nobody twice. */
abstract class CommandMailet extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(CommandMailet.class);

    private final MailingLists lists;

    CommandMailet(MailingLists lists) {
        this.lists = lists;
    }

    @Override
    public final void service(Mail mail) throws MessagingException {
        Optional<CommandMail> command = command(mail);
        if (command.isPresent()) {
            LOGGER.info(
                    "event=command list={} role={}",
                    command.get().list().id(),
                    command.get().role());
            obey(command.get());
        } else {
            LOGGER.info("event=command-of-nobody mail={}", mail.getName());
        }
        mail.setState(Mail.GHOST);
    }

    abstract void obey(CommandMail command);

    private Optional<CommandMail> command(Mail mail) throws MessagingException {
        return PostAttributes.recipient(mail).isEmpty()
                ? Optional.empty()
                : CommandMail.of(
                        PostAttributes.recipient(mail).get(),
                        PostAttributes.envelope(mail),
                        PostAttributes.message(mail),
                        lists,
                        server(mail));
    }

    private static Optional<Visitor> server(Mail mail) {
        return Optional.ofNullable(mail.getRemoteAddr())
                .flatMap(Visitor::parse)
                .filter(it -> !it.address().isLoopbackAddress());
    }
}
