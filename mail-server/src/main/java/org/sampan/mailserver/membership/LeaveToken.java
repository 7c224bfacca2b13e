package org.sampan.mailserver.membership;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.SigningKey;

/**
 * What a leave link carries (RFC 8058): who leaves which list, signed. It never expires and nothing is stored for it, so a
 * mail of ten years ago can still be left by one click.
 *
 * @param list the list's number
 * @param person the person's number
 */
public record LeaveToken(long list, long person) {
    private static final byte PURPOSE = 'l';
    private static final int SIGNATURE_BYTES = 16;
    private static final int NUMBERS_BYTES = Integer.BYTES + Long.BYTES;

    /** Characters of every {@link #text}. */
    public static final int LENGTH = 38;

    /** {@value #LENGTH} characters of base64url. */
    public String text(SigningKey key) {
        byte[] token = ByteBuffer.allocate(NUMBERS_BYTES + SIGNATURE_BYTES)
                .putInt(Math.toIntExact(list))
                .putLong(person)
                .put(key.sign(PURPOSE, list, person, SIGNATURE_BYTES))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty when the text was not made by {@link #text} with this key. */
    public static Optional<LeaveToken> parse(String text, SigningKey key) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            ByteBuffer token = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            LeaveToken leave = new LeaveToken(token.getInt(), token.getLong());
            byte[] signature = new byte[SIGNATURE_BYTES];
            token.get(signature);
            return key.verifies(PURPOSE, leave.list, leave.person, signature) ? Optional.of(leave) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }
}
