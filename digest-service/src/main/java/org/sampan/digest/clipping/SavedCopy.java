package org.sampan.digest.clipping;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;

/**
 * A page as it was fetched.
 *
 * @param sha256 of the bytes, in hexadecimal digits: shows that a copy was not changed since
 * @param bytes never changed by whoever gets them
 */
@SuppressWarnings("ArrayRecordComponent") // large, and read once
public record SavedCopy(URI url, Instant fetchedAt, String contentType, String sha256, byte[] bytes) {
    public static SavedCopy of(URI url, Instant fetchedAt, String contentType, byte[] bytes) {
        try {
            return new SavedCopy(
                    url,
                    fetchedAt,
                    contentType,
                    HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)),
                    bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
