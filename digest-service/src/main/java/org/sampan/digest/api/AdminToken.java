package org.sampan.digest.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.sampan.digest.settings.BadSettings;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;

/** The operator's token, {@code <data>/admin.token}; read once, kept only as a digest. */
@Component
final class AdminToken {
    private final byte[] expected;

    AdminToken(Settings settings) {
        try {
            expected = digest(Files.readString(settings.adminTokenFile()).strip());
        } catch (IOException unreadable) {
            throw new BadSettings(List.of("cannot read the admin token " + settings.adminTokenFile()
                    + ". Start by ./sampan, which makes it: " + unreadable.getMessage()));
        }
    }

    /** In constant time, whatever was offered. */
    boolean isSameAs(String offered) {
        return MessageDigest.isEqual(expected, digest(offered));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
