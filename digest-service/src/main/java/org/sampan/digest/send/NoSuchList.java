package org.sampan.digest.send;

import org.sampan.digest.mailserver.ListAddress;

/** A mail should go to a list that the mail server does not know. */
public final class NoSuchList extends RuntimeException {
    NoSuchList(ListAddress list) {
        super("there is no list " + list + ": `sampan lists` shows those there are");
    }
}
