package org.sampan.digest.clipping;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells whether a source has changed its item since it was last met. */
final class Fingerprint {
    private Fingerprint() {}

    /** Topics are ours, not the source's: another word list makes no other text. */
    private static String what(Story story) {
        return story.withTopics(List.of()).toString();
    }

    static String of(Story story) {
        try {
            byte[] text = what(story).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
