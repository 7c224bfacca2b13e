package org.sampan.mailserver.post;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What is sent of a post: one message a language, with places that differ from copy to copy (see {@code delivery.Outgoing}).
 *
 * @param marker what each place begins with; empty: there are no places
 * @param variants by language tag; the empty tag when there is one only
 * @param textVariants for readers who want plain text; a language may be missing
 * @param fallbackLanguage for readers of none of the languages; a key of {@code variants}
 */
public record Copies(
        String marker, Map<String, byte[]> variants, Map<String, byte[]> textVariants, String fallbackLanguage) {
    /** Nobody wants plain text, or there is nothing else. */
    public Copies(String marker, Map<String, byte[]> variants, String fallbackLanguage) {
        this(marker, variants, Map.of(), fallbackLanguage);
    }

    /** The same with copies for readers who want plain text. */
    public Copies withTexts(Map<String, byte[]> texts) {
        return new Copies(marker, variants, texts, fallbackLanguage);
    }

    /** What the archive keeps where each reader's copy has something of the reader's own. */
    private static final String NEUTRAL = "yours";

    /** The variants as nobody's copy in particular. */
    public Map<String, byte[]> neutral() {
        Map<String, byte[]> neutral = new java.util.HashMap<>();
        variants.forEach((language, message) -> neutral.put(language, withoutPlaces(message)));
        return neutral;
    }

    private byte[] withoutPlaces(byte[] message) {
        if (marker.isEmpty()) {
            return message;
        }
        return new String(message, StandardCharsets.ISO_8859_1)
                .replaceAll(marker + "[A-Z]", NEUTRAL)
                .getBytes(StandardCharsets.ISO_8859_1);
    }
}
