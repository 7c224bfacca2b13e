package org.sampan.digest.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/** The secret of one sign-in link, 256 random bits. Only its hash is kept, so a copy of the database opens nothing. */
record SignInToken(String text) {
    private static final int BYTES = 32;
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9_-]{43}");

    static SignInToken random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new SignInToken(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    static Optional<SignInToken> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new SignInToken(text)) : Optional.empty();
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "SignInToken[…]";
    }
}
