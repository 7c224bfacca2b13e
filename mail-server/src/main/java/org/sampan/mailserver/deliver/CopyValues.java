package org.sampan.mailserver.deliver;

import org.sampan.mailserver.delivery.Outgoing;

/**
 * What stands at the places of one copy, as bytes for the wire; none begins with a dot or has a line end.
 *
 * @param verp detail of the VERP address
 */
record CopyValues(byte[] verp, byte[] leave, byte[] recipient) {
    static final CopyValues NONE = new CopyValues(new byte[0], new byte[0], new byte[0]);

    /** @throws IllegalStateException when there is no such kind of place */
    byte[] at(char place) {
        return switch (place) {
            case Outgoing.VERP -> verp;
            case Outgoing.LEAVE -> leave;
            case Outgoing.RECIPIENT -> recipient;
            default -> throw new IllegalStateException("a message has a place of unknown kind '" + place + "'");
        };
    }
}
