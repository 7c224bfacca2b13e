package org.sampan.mailserver.post;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.ListAddress;

/**
 * Names a post for good, in permalinks too. It follows from the list and the Message-ID, so it is known before the post is
 * stored, and the same message for the same list has the same id whenever it comes again.
 *
 * @param text 20 lower-case letters and digits
 */
public record PostId(String text) {
    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{20}");
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";

    /** @throws IllegalArgumentException when the text is no post id */
    public PostId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a post id");
        }
    }

    /** @param messageId as in the header, with angle brackets */
    public static PostId of(ListAddress list, String messageId) {
        return new PostId(first100Bits(sha256(list + "\n" + messageId)));
    }

    @Override
    public String toString() {
        return text;
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String first100Bits(byte[] digest) {
        StringBuilder text = new StringBuilder(20);
        for (int bit = 0; bit < 100; bit += 5) {
            int window = (digest[bit / 8] & 0xff) << 8 | (digest[bit / 8 + 1] & 0xff);
            text.append(BASE32.charAt(window >> (11 - bit % 8) & 31));
        }
        return text.toString();
    }
}
