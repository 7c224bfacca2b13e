package org.sampan.mailserver.deliver;

import java.util.Base64;
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

    /** Where the leave token comes in a text of base64, with the slash before it; no stored message has such a place. */
    static final char ENCODED_LEAVE = 'B';

    private static final byte[] NOTHING = new byte[0];

    static final CopyValues NONE = new CopyValues(NOTHING, NOTHING, NOTHING);

    CopyValues(byte[] verp, byte[] leave, byte[] recipient) {
        this(verp, leave, recipient, NOTHING);
    }

    CopyValues signed(byte[] with) {
        return new CopyValues(verp, leave, recipient, with);
    }

    private byte[] encodedLeave() {
        byte[] withSlash = new byte[leave.length + 1];
        withSlash[0] = '/';
        System.arraycopy(leave, 0, withSlash, 1, leave.length);
        return Base64.getEncoder().encode(withSlash);
    }

    /** @throws IllegalStateException when there is no such kind of place */
    byte[] at(char place) {
        return switch (place) {
            case Outgoing.VERP -> verp;
            case Outgoing.LEAVE -> leave;
            case Outgoing.RECIPIENT -> recipient;
            case ENCODED_LEAVE -> encodedLeave();
            case SIGNATURE -> signature;
            default -> throw new IllegalStateException("a message has a place of unknown kind '" + place + "'");
        };
    }
}
