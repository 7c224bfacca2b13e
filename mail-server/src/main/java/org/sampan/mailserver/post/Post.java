package org.sampan.mailserver.post;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * A mail to one list, on its way.
 *
 * @param messageId with angle brackets; made of the content when the mail has none
 * @param authors whom the mail names; empty when it names nobody
 * @param message as received
 */
public record Post(
        PostId id, MailingList list, String messageId, List<Author> authors, Envelope envelope, Message message) {
    public static Post of(MailingList list, Envelope envelope, Message message) {
        String messageId = MessageIds.of(message, list.address());
        return new Post(
                PostId.of(list.address(), messageId),
                list,
                messageId,
                Authors.of(message.headers(), envelope.sender()),
                envelope,
                message);
    }

    /** The first of its authors. */
    public Optional<Author> author() {
        return authors.stream().findFirst();
    }

    /** Whom To and Cc name: among them those who got the post without the list. */
    public Set<EmailAddress> addressed() {
        return Authors.addressed(message.headers());
    }

    /** As to be shown; may be empty. */
    public String subject() {
        return message.headers().first("Subject").map(HeaderField::text).orElse("");
    }
}
