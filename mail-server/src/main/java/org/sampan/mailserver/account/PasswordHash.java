package org.sampan.mailserver.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * What is kept of a password: salted Argon2id (RFC 9106) of 19 MiB and two passes, as the usual PHC text. The cost of a hash is
 * read from its text, so old ones stay good when new ones are made dearer.
 *
 * @param text {@code $argon2id$v=19$m=19456,t=2,p=1$salt$hash}
 */
public record PasswordHash(String text) {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern SHAPE =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=1\\$([A-Za-z0-9+/]+)\\$([A-Za-z0-9+/]+)");

    /** @throws IllegalArgumentException when the text is no such hash */
    public PasswordHash {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not an Argon2id password hash");
        }
    }

    /** With a new salt each time. Takes tens of milliseconds. */
    public static PasswordHash of(String password) {
        byte[] salt = new byte[SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        byte[] hash = argon2id(password, salt, MEMORY_KIB, PASSES, HASH_BYTES);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return new PasswordHash("$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$"
                + base64.encodeToString(salt) + "$" + base64.encodeToString(hash));
    }

    /** In constant time once the hash is made. */
    public boolean matches(String password) {
        Matcher parts = SHAPE.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException("checked when made");
        }
        byte[] salt = Base64.getDecoder().decode(parts.group(3));
        byte[] expected = Base64.getDecoder().decode(parts.group(4));
        int memory = Integer.parseInt(parts.group(1));
        int passes = Integer.parseInt(parts.group(2));
        return MessageDigest.isEqual(expected, argon2id(password, salt, memory, passes, expected.length));
    }

    @Override
    public String toString() {
        return "PasswordHash";
    }

    private static byte[] argon2id(String password, byte[] salt, int memoryKib, int passes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(passes)
                .withParallelism(1)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
