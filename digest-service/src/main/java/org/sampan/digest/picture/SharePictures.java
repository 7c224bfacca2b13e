package org.sampan.digest.picture;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.stereotype.Component;

/** Draws pictures, one at a time, and keeps the latest. Safe for many threads. */
@Component
public final class SharePictures {
    /** Another drawing is another picture: to be raised with each change of how they look. */
    private static final String DRAWING = "1";

    /** A picture is some 40 kB. */
    private static final int KEPT = 100;

    private final Cache<SharePicture, byte[]> drawn =
            Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Typesetter typesetter = new Typesetter();

    /** As PNG, 1200 times 630; without words when the machine has no font for them. */
    public byte[] png(SharePicture picture) {
        byte[] kept = drawn.getIfPresent(picture);
        return kept == null ? draw(picture) : kept;
    }

    private synchronized byte[] draw(SharePicture picture) {
        return drawn.get(picture, it -> new Drawing(it, typesetter).png());
    }

    /** The same picture has the same tag. */
    public static String tag(SharePicture picture) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest((DRAWING + picture).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
