package org.sampan.mailserver.deliver;

import org.sampan.mailserver.delivery.Outgoing;

/**
 * What stands at the places of one copy, as bytes for the wire; none begins with a dot.
 *
 * @param verp detail of the VERP address
 * @param signature DKIM fields with their line ends; the others have none
 */
record CopyValues(byte[] verp, byte[] leave, byte[] recipient, byte[] signature) {
    /** Where the signature of a copy comes; no stored message has such a place. */
    static final char SIGNATURE = 'S';

    private static final byte[] NOTHING = new byte[0];

    static final CopyValues NONE = new CopyValues(NOTHING, NOTHING, NOTHING);

    CopyValues(byte[] verp, byte[] leave, byte[] recipient) {
        this(verp, leave, recipient, NOTHING);
    }

    CopyValues signed(byte[] with) {
        return new CopyValues(verp, leave, recipient, with);
    }

    /** @throws IllegalStateException when there is no such kind of place */
    byte[] at(char place) {
        return switch (place) {
            case Outgoing.VERP -> verp;
            case Outgoing.LEAVE -> leave;
            case Outgoing.RECIPIENT -> recipient;
            case SIGNATURE -> signature;
            default -> throw new IllegalStateException("a message has a place of unknown kind '" + place + "'");
        };
    }
}
