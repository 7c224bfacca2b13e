package org.sampan.digest.mailserver;

/** The mail server gave no usable answer: it is down, starting, or does not take our token. Trying later may help. */
public final class MailServerUnavailable extends RuntimeException {
    public MailServerUnavailable(String message) {
        super(message);
    }

    public MailServerUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
