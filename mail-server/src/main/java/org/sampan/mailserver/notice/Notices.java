package org.sampan.mailserver.notice;

/**
 * Sends the mails the system itself writes, from templates in {@code templates/notices}, in the reader's language. Each carries
 * {@code Auto-Submitted} (RFC 3834) and goes out through the delivery ledger, so none is lost in a crash. Safe for many threads.
 */
public interface Notices {
    /**
     * Returns when the mail is sure to be sent.
     *
     * @return the delivery's number
     */
    long send(Notice notice);
}
