package org.sampan.mailserver.admin;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What whoever calls the REST interface has to show; kept in a file that only the server's user may read. Immutable. */
public final class AdminToken {
    private static final int BYTES = 32;
    private static final String SCHEME = "Bearer ";

    private final byte[] token;

    AdminToken(String token) {
        if (token.length() < 16) {
            throw new IllegalArgumentException("an admin token has at least 16 characters");
        }
        this.token = token.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The token in the file; where there is no file it is made, with mode 0600.
     *
     * @throws IOException when it cannot be read or made
     * @throws IllegalArgumentException when it is too short to be safe
     */
    public static AdminToken in(Path file) throws IOException {
        if (!Files.exists(file)) {
            make(file);
        }
        return new AdminToken(Files.readString(file).strip());
    }

    /** Whether a header {@code Authorization: Bearer …} shows the token; in constant time. */
    boolean isShownBy(@Nullable String authorization) {
        return authorization != null
                && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                && MessageDigest.isEqual(
                        token, authorization.substring(SCHEME.length()).strip().getBytes(StandardCharsets.UTF_8));
    }

    private static void make(Path file) throws IOException {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random) + "\n";
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "admin",
                ".token",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, token, StandardOpenOption.TRUNCATE_EXISTING);
        try {
            // A link does not replace: two programs that make the token at once end with the same one.
            Files.createLink(file, fresh);
        } catch (FileAlreadyExistsException madeMeanwhile) {
            return;
        } finally {
            Files.delete(fresh);
        }
    }
}
