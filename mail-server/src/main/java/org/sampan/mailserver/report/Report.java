package org.sampan.mailserver.report;

import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.Headers;

/** What a mail to a bounce address turns out to be. */
public sealed interface Report {
    /**
     * Copies that did not arrive.
     *
     * @param recipients at least one
     * @param format whose form it has: {@code rfc3464}, or a name in the table of rules
     */
    record Failed(List<FailedRecipient> recipients, String format) implements Report {}

    /**
     * A reader told the provider that our mail is not wanted (RFC 5965).
     *
     * @param recipient who complains, where the provider says it
     * @param original headers of the mail that is complained about
     * @param envelopeSender what that mail came from, where the provider says it
     */
    record Complaint(Optional<EmailAddress> recipient, Headers original, Optional<EmailAddress> envelopeSender)
            implements Report {}

    /** Nothing went wrong, or nothing is decided: nobody need look at it. */
    record Nothing(Reason reason) implements Report {}

    /** No report: a person should look at it. */
    record Unreadable() implements Report {}

    /** @param address as the report names it, which may be where the reader's mail is passed on to; empty: it names none */
    record FailedRecipient(Optional<EmailAddress> address, Failure failure) {}

    /** Why there is nothing to do. */
    enum Reason {
        /** The other server still tries. */
        DELAYED,
        /** It arrived, or was passed on. */
        DELIVERED,
        /** An answering machine: vacation, receipt, challenge. */
        AUTOMATIC,
        /** A complaint of a kind that is none: not spam, authentication failure. */
        NO_COMPLAINT
    }
}
