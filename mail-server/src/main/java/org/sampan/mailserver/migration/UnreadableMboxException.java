package org.sampan.mailserver.migration;

import java.io.IOException;

/** The file is no mbox; the message says why. */
final class UnreadableMboxException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableMboxException(String message) {
        super(message);
    }
}
