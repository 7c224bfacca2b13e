package org.sampan.mailserver.enrolment;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Proves that whoever shows it reads the mail of an address: 130 random bits as 26 lower-case letters and digits, which a person
 * can type and no mail server changes. Only its hash is kept.
 */
record ConfirmationToken(String text) {
    private static final int LENGTH = 26;
    private static final int BITS_EACH = 5;
    private static final Pattern SHAPE = Pattern.compile("[0-9a-v]{26}");

    static ConfirmationToken random(SecureRandom random) {
        String text = new BigInteger(LENGTH * BITS_EACH, random).toString(1 << BITS_EACH);
        return new ConfirmationToken("0".repeat(LENGTH - text.length()) + text);
    }

    /** Empty when no token looks like this. */
    static Optional<ConfirmationToken> parse(String text) {
        String token = text.strip().toLowerCase(Locale.ROOT);
        return SHAPE.matcher(token).matches() ? Optional.of(new ConfirmationToken(token)) : Optional.empty();
    }

    /** SHA-256. */
    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Never the token: whoever reads a log must not be able to use it. */
    @Override
    public String toString() {
        return "ConfirmationToken";
    }
}
