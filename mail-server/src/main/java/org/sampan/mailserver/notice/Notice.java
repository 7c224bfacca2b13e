package org.sampan.mailserver.notice;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * One mail to write, in the name of a list.
 *
 * @param language BCP 47 tag of the reader; empty: the list's. English where there is no text in it
 * @param inReplyTo Message-ID with brackets of the mail this answers
 * @param attached a whole message to carry as {@code message/rfc822}
 */
public record Notice(
        MailingList list,
        EmailAddress recipient,
        String language,
        NoticeContent content,
        Optional<String> inReplyTo,
        Optional<byte[]> attached) {
    /** A mail that answers none and carries none. */
    public static Notice of(MailingList list, EmailAddress recipient, String language, NoticeContent content) {
        return new Notice(list, recipient, language, content, Optional.empty(), Optional.empty());
    }

    /** @param messageId with brackets */
    public Notice inReplyTo(Optional<String> messageId) {
        return new Notice(list, recipient, language, content, messageId, attached);
    }

    /** @param message as received, headers and all */
    public Notice attaching(byte[] message) {
        return new Notice(list, recipient, language, content, inReplyTo, Optional.of(message));
    }
}
