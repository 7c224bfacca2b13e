package org.sampan.mailserver.mailinglist;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a link in a mail to a moderator or owner carries: what is to be decided, signed for one person. Nothing is stored for it, and
 * who is no steward of the list any more can do nothing with it. Lower-case letters, digits and one {@code -}, so that it can also
 * stand in an address; not longer than 30 characters.
 *
 * @param number of what is to be decided
 */
public record StewardLink(long number, String signature) {
    private static final int SIGNATURE_BYTES = 10;
    private static final int RADIX = 36;
    private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,13})-([0-9a-z]{1,16})");

    /** The link's text for one person. */
    public static String text(Purpose purpose, long number, EmailAddress steward, SigningKey key) {
        return Long.toString(number, RADIX) + "-" + signature(purpose, number, steward, key);
    }

    /** Empty when the text has not the form of a link; whom it is for is to be asked of {@link #holder}. */
    public static Optional<StewardLink> parse(String text) {
        Matcher form = FORM.matcher(text.toLowerCase(Locale.ROOT));
        try {
            return form.matches()
                    ? Optional.of(new StewardLink(Long.parseLong(form.group(1), RADIX), form.group(2)))
                    : Optional.empty();
        } catch (NumberFormatException tooLarge) {
            return Optional.empty();
        }
    }

    /** Whom of these it was made for, compared in constant time. */
    public Optional<EmailAddress> holder(Purpose purpose, Collection<EmailAddress> stewards, SigningKey key) {
        byte[] shown = signature.getBytes(StandardCharsets.US_ASCII);
        return stewards.stream()
                .filter(it -> MessageDigest.isEqual(
                        shown, signature(purpose, number, it, key).getBytes(StandardCharsets.US_ASCII)))
                .findFirst();
    }

    private static String signature(Purpose purpose, long number, EmailAddress steward, SigningKey key) {
        byte[] signed = key.sign(purpose.sign, number, digest(steward), SIGNATURE_BYTES);
        return new BigInteger(1, signed).toString(RADIX);
    }

    private static long digest(EmailAddress steward) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(steward.key().getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What a link is good for: one for a held post is not good for a send of the same number. */
    public enum Purpose {
        HELD_POST((byte) 'm'),
        SEND((byte) 's');

        private final byte sign;

        Purpose(byte sign) {
            this.sign = sign;
        }
    }
}
