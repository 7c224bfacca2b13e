package org.sampan.mailserver.mailinglist;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs the numbers in VERP addresses and leave links, so that nobody can make one up. HMAC-SHA256 cut to the length asked
 * for. Immutable and safe for many threads; the key never appears in {@code toString}.
 */
public final class SigningKey {
    private static final String ALGORITHM = "HmacSHA256";
    private final SecretKeySpec key;
    /** Begun with the key and never fed: a copy of it costs a tenth of a new one, and there are two for each mail. */
    private final Mac begun;

    /** @param secret at least 32 bytes from a secure source */
    public SigningKey(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("a signing key has at least 32 bytes, not " + secret.length);
        }
        key = new SecretKeySpec(secret, ALGORITHM);
        begun = begin();
    }

    /** @param purpose keeps a signature for one thing from being good for another */
    public byte[] sign(byte purpose, long first, long second, int length) {
        byte[] signed = ByteBuffer.allocate(17)
                .put(purpose)
                .putLong(first)
                .putLong(second)
                .array();
        return Arrays.copyOf(mac().doFinal(signed), length);
    }

    /** @param purpose keeps a signature for one thing from being good for another */
    public byte[] sign(byte purpose, String text, int length) {
        Mac mac = mac();
        mac.update(purpose);
        return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), length);
    }

    /** In constant time. */
    public boolean verifies(byte purpose, String text, byte[] signature) {
        return MessageDigest.isEqual(sign(purpose, text, signature.length), signature);
    }

    /** In constant time. */
    public boolean verifies(byte purpose, long first, long second, byte[] signature) {
        return MessageDigest.isEqual(sign(purpose, first, second, signature.length), signature);
    }

    private Mac mac() {
        try {
            return (Mac) begun.clone();
        } catch (CloneNotSupportedException providerCannot) {
            return begin();
        }
    }

    private Mac begin() {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
