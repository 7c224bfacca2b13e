package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    private final Map<String, CutMessage> variants = new LinkedHashMap<>();

    PreparedMessage(StoredMessage stored, SigningKey key) {
        this.stored = stored;
        this.key = key;
        Outgoing message = stored.message();
        this.sender = CutMessage.cut(message.envelopeSender().getBytes(StandardCharsets.UTF_8), message.marker());
        message.variants()
                .forEach((language, bytes) -> variants.put(
                        language.toLowerCase(Locale.ROOT), CutMessage.cut(endedByLine(bytes), message.marker())));
    }

    StoredMessage stored() {
        return stored;
    }

    Instant expiresAt() {
        return stored.message().expiresAt();
    }

    /** The variant in the reader's language, else the list's, else the first (RFC 4647 section 3.4 for each). */
    CutMessage variantFor(Recipient recipient) {
        if (variants.size() == 1) {
            return variants.values().iterator().next();
        }
        CutMessage found = lookUp(recipient.language());
        if (found == null) {
            found = lookUp(stored.listLanguage());
        }
        return found != null
                ? found
                : variants.getOrDefault(
                        stored.message().fallbackLanguage().toLowerCase(Locale.ROOT),
                        variants.values().iterator().next());
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

    private @Nullable CutMessage lookUp(String language) {
        String range = language.toLowerCase(Locale.ROOT);
        while (!range.isEmpty()) {
            CutMessage found = variants.get(range);
            if (found != null) {
                return found;
            }
            range = range.substring(0, Math.max(0, range.lastIndexOf('-')));
        }
        return null;
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
