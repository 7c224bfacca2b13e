package org.sampan.mailserver.membership;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.SigningKey;

/**
 * What a link carries that proves an address works: whose mail it was in, signed. It never expires and nothing is stored for it.
 *
 * @param list the list's number
 * @param person the person's number
 */
public record ResumeToken(long list, long person) {
    private static final byte PURPOSE = 'r';

    /** Letters, digits, {@code -} and {@code _}. */
    public String text(SigningKey key) {
        return SignedNumbers.text(PURPOSE, list, person, key);
    }

    /** Empty when the text was not made by {@link #text} with this key. */
    public static Optional<ResumeToken> parse(String text, SigningKey key) {
        return SignedNumbers.parse(PURPOSE, text, key, ResumeToken::new);
    }
}
