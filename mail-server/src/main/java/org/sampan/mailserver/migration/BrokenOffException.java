package org.sampan.mailserver.migration;

import java.io.IOException;

/** The file ended in the middle; what came before is kept. */
final class BrokenOffException extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOffException(long read, long added, IOException cause) {
        super(
                "The file breaks off behind message " + read + " (" + cause.getMessage() + "). " + added
                        + " were added; the whole file goes on there.",
                cause);
    }
}
