package org.sampan.mailserver.mailbox;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.Message;

/** The mail that waits. Safe for many threads. */
public interface MailboxMessages {
    /** Keeps a mail; one with the same Message-ID and the same bytes that waits already is not kept again. */
    void keep(Mailbox mailbox, Envelope envelope, Message message, Instant receivedAt);

    /** Oldest first, at most {@code limit}. */
    List<MailboxMessage> waiting(Mailbox mailbox, int limit);

    /** Every byte as received. */
    Optional<byte[]> raw(Mailbox mailbox, long id);

    /** It was taken. False when there is none such. */
    boolean remove(Mailbox mailbox, long id);
}
