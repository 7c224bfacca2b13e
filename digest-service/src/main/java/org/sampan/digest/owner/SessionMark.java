package org.sampan.digest.owner;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one browser's session from others without being its secret: a copy of the database opens no session. */
public record SessionMark(String text) {
    static SessionMark of(HttpServletRequest request) {
        try {
            byte[] id = request.getSession().getId().getBytes(StandardCharsets.UTF_8);
            return new SessionMark(HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(id)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
