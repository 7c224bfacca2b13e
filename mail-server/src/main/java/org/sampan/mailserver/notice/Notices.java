package org.sampan.mailserver.notice;

import java.util.Map;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * Sends the mails the system itself writes, from templates in {@code templates/notices}, in the reader's language. Each carries
 * {@code Auto-Submitted} (RFC 3834) and goes out through the delivery ledger, so none is lost in a crash. Safe for many threads.
 */
public interface Notices {
    /** @throws IllegalArgumentException when the kind has no template, or the template misses a value */
    void send(Notice notice);

    /**
     * One mail to write.
     *
     * @param kind name of the template: {@code confirm-join}, {@code welcome}, {@code held}, …
     * @param language BCP 47 tag; English where there is no text in it
     * @param values what the template names; strings, numbers, lists and maps of these
     * @param inReplyTo Message-ID with brackets of the mail this answers
     * @param attached a whole message to carry as {@code message/rfc822}
     */
    record Notice(
            String kind,
            EmailAddress recipient,
            String language,
            Optional<MailingList> list,
            Map<String, Object> values,
            Optional<String> inReplyTo,
            Optional<byte[]> attached) {}
}
