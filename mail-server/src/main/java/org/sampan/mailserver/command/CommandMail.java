package org.sampan.mailserver.command;

import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.enrolment.Visitor;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.post.Author;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.MessageIds;
import org.sampan.mailserver.post.Post;

/**
 * A mail to a role address.
 *
 * @param detail behind the {@code +}; may be empty
 * @param author whom From names, which proves nothing
 * @param server that handed it in, by whose network floods are known; empty: this machine
 * @param messageId of the mail, where it has one
 * @param subject as to be shown; may be empty
 */
record CommandMail(
        MailingList list,
        ListAddress.Role role,
        String detail,
        Author author,
        Optional<Visitor> server,
        Optional<String> messageId,
        String subject,
        Message message) {
    /** Empty when the list is gone, or From does not name exactly one person. */
    static Optional<CommandMail> of(EmailAddress recipient, Envelope envelope, Message message, MailingLists lists) {
        return of(recipient, envelope, message, lists, Optional.empty());
    }

    /** @param server that handed it in */
    static Optional<CommandMail> of(
            EmailAddress recipient, Envelope envelope, Message message, MailingLists lists, Optional<Visitor> server) {
        return RoleAddress.parse(recipient)
                .filter(address -> address.role().isPresent())
                .flatMap(address -> lists.find(address.list())
                        .flatMap(list -> of(address, Post.of(list, envelope, message), server)));
    }

    EmailAddress sender() {
        return author.email();
    }

    private static Optional<CommandMail> of(RoleAddress address, Post post, Optional<Visitor> server) {
        List<Author> authors = post.authors();
        return authors.size() != 1
                ? Optional.empty()
                : Optional.of(new CommandMail(
                        post.list(),
                        address.role().orElseThrow(),
                        address.detail(),
                        authors.get(0),
                        server,
                        MessageIds.own(post.message().headers()),
                        post.subject(),
                        post.message()));
    }
}
