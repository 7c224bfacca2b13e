package org.sampan.mailserver.delivery;

import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message as it goes on the wire, with places that differ from copy to copy.
 *
 * <p>A place is the {@link #marker} followed by one letter: {@code V} the signed detail of the recipient's
 * {@linkplain org.sampan.mailserver.mailinglist.VerpAddress VERP address}, {@code L} the recipient's
 * {@linkplain org.sampan.mailserver.membership.LeaveToken leave token}, {@code R} the recipient's address. The marker is random
 * for each message, so that no sender can put a place into a post.
 *
 * @param envelopeSender may have places; empty: the null sender
 * @param marker 16 ASCII letters and digits; empty: the message has no places
 * @param variants by language tag (empty for the only one), each a whole message with CRLF line ends, not dot-stuffed
 * @param textVariants the same as plain text, for readers who want no more; a language may be missing
 * @param fallbackLanguage the variant for readers of none of the languages; a key of {@code variants}
 * @param expiresAt when to give up on recipients that only answer 4xx
 */
public record Outgoing(
        String envelopeSender,
        String marker,
        Map<String, byte[]> variants,
        Map<String, byte[]> textVariants,
        String fallbackLanguage,
        Instant expiresAt) {
    /** Letter behind the marker for the VERP detail. */
    public static final char VERP = 'V';
    /** Letter behind the marker for the leave token. */
    public static final char LEAVE = 'L';
    /** Letter behind the marker for the recipient's address. */
    public static final char RECIPIENT = 'R';

    /** @throws IllegalArgumentException when there is no variant, or none of the fallback language */
    public Outgoing {
        if (!variants.containsKey(fallbackLanguage)) {
            throw new IllegalArgumentException("no variant of the fallback language '" + fallbackLanguage + "'");
        }
        variants = Map.copyOf(variants);
        textVariants = Map.copyOf(textVariants);
    }

    /** How many bytes the variants have together. */
    public long bytes() {
        return Stream.concat(variants.values().stream(), textVariants.values().stream())
                .mapToLong(text -> text.length)
                .sum();
    }

    /** The same with empty variants: who has made something else of the text need not keep it. */
    public Outgoing withoutText() {
        byte[] nothing = {};
        return new Outgoing(
                envelopeSender,
                marker,
                variants.keySet().stream().collect(Collectors.toMap(Function.identity(), language -> nothing)),
                textVariants.keySet().stream().collect(Collectors.toMap(Function.identity(), language -> nothing)),
                fallbackLanguage,
                expiresAt);
    }

    /** A message that is the same for readers who want plain text. */
    public Outgoing(
            String envelopeSender,
            String marker,
            Map<String, byte[]> variants,
            String fallbackLanguage,
            Instant expiresAt) {
        this(envelopeSender, marker, variants, Map.of(), fallbackLanguage, expiresAt);
    }
}
