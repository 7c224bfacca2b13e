package org.sampan.mailserver.membership;

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
    /** Characters of every {@link #text}. */
    public static final int LENGTH = SignedNumbers.LENGTH;

    /** {@value #LENGTH} characters of base64url. */
    public String text(SigningKey key) {
        return SignedNumbers.text(PURPOSE, list, person, key);
    }

    /** Empty when the text was not made by {@link #text} with this key. */
    public static Optional<LeaveToken> parse(String text, SigningKey key) {
        return SignedNumbers.parse(PURPOSE, text, key, LeaveToken::new);
    }
}
