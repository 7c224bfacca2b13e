package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.delivery.Recipient;
import org.sampan.mailserver.delivery.StoredMessage;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.VerpAddress;
import org.sampan.mailserver.membership.LeaveToken;

/** A delivery's message, made ready for many copies. Immutable. */
final class PreparedMessage {
    private final StoredMessage stored;
    private final SigningKey key;
    private final CutMessage sender;
    private final Map<String, CutMessage> variants;
    private final Map<String, CutMessage> textVariants;

    PreparedMessage(StoredMessage stored, SigningKey key) {
        this.stored = stored;
        this.key = key;
        Outgoing message = stored.message();
        this.sender = CutMessage.cut(message.envelopeSender().getBytes(StandardCharsets.UTF_8), message.marker());
        this.variants = cut(message.variants(), message.marker());
        this.textVariants = cut(message.textVariants(), message.marker());
    }

    StoredMessage stored() {
        return stored;
    }

    Instant expiresAt() {
        return stored.message().expiresAt();
    }

    /** The variant in the reader's language, else the list's, else the first; as plain text where the reader wants that. */
    CutMessage variantFor(Recipient recipient) {
        String language = languageFor(recipient);
        CutMessage variant = Objects.requireNonNull(variants.get(language), language);
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
    boolean isUniform(CutMessage variant) {
        return sender.isUniform() && variant.isUniform();
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

    /** What stands at the places of one copy. */
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

    private static Map<String, CutMessage> cut(Map<String, byte[]> messages, String marker) {
        Map<String, CutMessage> cut = new LinkedHashMap<>();
        messages.forEach((language, bytes) ->
                cut.put(language.toLowerCase(Locale.ROOT), CutMessage.cut(endedByLine(bytes), marker)));
        return cut;
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
