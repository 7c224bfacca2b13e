package org.sampan.mailserver.smtp;

import java.io.IOException;

/**
 * The connection cannot be encrypted as it has to be: the server does not offer it, the handshake fails, or its certificate is not
 * good. Nothing was sent in clear but the greeting.
 */
public final class NoEncryptionException extends IOException {
    private static final long serialVersionUID = 1L;

    public NoEncryptionException(String message) {
        super(message);
    }

    NoEncryptionException(String message, Throwable cause) {
        super(message, cause);
    }
}
