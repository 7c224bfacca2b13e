package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.delivery.Recipient;
import org.sampan.mailserver.delivery.StoredMessage;
import org.sampan.mailserver.dkim.DkimKey;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.membership.LeaveToken;

/** A delivery's message, made ready for many copies. Immutable. */
final class PreparedMessage {
    private final StoredMessage stored;
    private final SigningKey key;
    private final CutMessage sender;
    private final Map<String, Variant> variants;
    private final Map<String, Variant> textVariants;

    /** @param keys what its copies are signed with */
    PreparedMessage(StoredMessage stored, SigningKey key, List<DkimKey> keys) {
        this.stored = stored.withoutText(); // a post of 25 MB is there once, not twice
        this.key = key;
        Outgoing message = stored.message();
        this.sender = CutMessage.cut(message.envelopeSender().getBytes(StandardCharsets.UTF_8), message.marker());
        this.variants = variants(message.variants(), keys);
        this.textVariants = variants(message.textVariants(), keys);
    }

    StoredMessage stored() {
        return stored;
    }

    Instant expiresAt() {
        return stored.message().expiresAt();
    }

    /** The variant in the reader's language, else the list's, else the first; as plain text where the reader wants that. */
    Variant variantFor(Recipient recipient) {
        String language = languageFor(recipient);
        Variant variant = Objects.requireNonNull(variants.get(language), language);
        return recipient.textOnly() ? textVariants.getOrDefault(language, variant) : variant;
    }

    private String languageFor(Recipient recipient) {
        String first = variants.keySet().iterator().next();
        if (variants.size() == 1) {
            return first;
        }
        String fallback = stored.message().fallbackLanguage().toLowerCase(Locale.ROOT);
        return lookUp(recipient.language())
                .or(() -> lookUp(stored.listLanguage()))
                .orElse(variants.containsKey(fallback) ? fallback : first);
    }

    /** One MAIL FROM and one message do for many recipients. */
    boolean isUniform(Variant variant) {
        return sender.isUniform() && variant.text().isUniform();
    }

    String sender(CopyValues values) {
        StringBuilder text = new StringBuilder(100);
        try {
            sender.write(values, piece -> text.append(new String(piece, StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException("a StringBuilder does no I/O", e);
        }
        return text.toString();
    }

    /** What stands at the places of one copy, but for its signature. */
    CopyValues values(Recipient recipient) {
        if (stored.message().marker().isEmpty()) {
            return CopyValues.NONE;
        }
        String verp = new VerpAddress(stored.delivery(), recipient.person()).detail(key);
        return new CopyValues(
                ascii(verp),
                ascii(leaveToken(recipient)),
                recipient.email().written().getBytes(StandardCharsets.UTF_8));
    }

    private String leaveToken(Recipient recipient) {
        return new LeaveToken(stored.list(), recipient.person()).text(key);
    }

    /** RFC 4647 section 3.4. */
    private Optional<String> lookUp(String language) {
        String range = language.toLowerCase(Locale.ROOT);
        while (!range.isEmpty()) {
            if (variants.containsKey(range)) {
                return Optional.of(range);
            }
            range = range.substring(0, Math.max(0, range.lastIndexOf('-')));
        }
        return Optional.empty();
    }

    private Map<String, Variant> variants(Map<String, byte[]> messages, List<DkimKey> keys) {
        Map<String, Variant> prepared = new LinkedHashMap<>();
        Instant now = Instant.now();
        messages.forEach((language, bytes) -> prepared.put(
                language.toLowerCase(Locale.ROOT),
                Variant.of(
                        ShorterTexts.of(endedByLine(bytes), stored.message().marker()),
                        stored.message().marker(),
                        keys,
                        now)));
        return prepared;
    }

    private static byte[] endedByLine(byte[] message) {
        int length = message.length;
        if (length >= 2 && message[length - 2] == '\r' && message[length - 1] == '\n') {
            return message;
        }
        byte[] ended = Arrays.copyOf(message, length + 2);
        ended[length] = '\r';
        ended[length + 1] = '\n';
        return ended;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
