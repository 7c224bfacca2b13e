package org.sampan.mailserver.membership;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.SigningKey;

/** A list's and a person's number, signed, as links carry them. */
final class SignedNumbers {
    /** Characters of every text: base64url. */
    static final int LENGTH = 38;

    private static final int SIGNATURE_BYTES = 16;
    private static final int NUMBERS_BYTES = Integer.BYTES + Long.BYTES;

    private SignedNumbers() {}

    /** @param purpose keeps a link for one thing from being good for another */
    static String text(byte purpose, long list, long person, SigningKey key) {
        byte[] token = ByteBuffer.allocate(NUMBERS_BYTES + SIGNATURE_BYTES)
                .putInt(Math.toIntExact(list))
                .putLong(person)
                .put(key.sign(purpose, list, person, SIGNATURE_BYTES))
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty when the text was not made by {@link #text} with this purpose and key. */
    static <T> Optional<T> parse(byte purpose, String text, SigningKey key, Made<T> made) {
        if (text.length() != LENGTH) {
            return Optional.empty();
        }
        try {
            ByteBuffer token = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            long list = token.getInt();
            long person = token.getLong();
            byte[] signature = new byte[SIGNATURE_BYTES];
            token.get(signature);
            return key.verifies(purpose, list, person, signature)
                    ? Optional.of(made.of(list, person))
                    : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** What is made of the numbers. */
    interface Made<T> {
        T of(long list, long person);
    }
}
