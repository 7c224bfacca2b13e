package org.sampan.mailserver.deliver;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.sampan.mailserver.dkim.DkimKey;
import org.sampan.mailserver.dkim.RelaxedForm;

/**
 * Signs each copy of one variant of a message, RFC 6376, relaxed/relaxed. What is the same in all copies is put into its canonical form
 * once. The body is hashed once up to its first place; where it has none, its hash is taken once for all. A copy costs the rest of the body,
 * the places of the fields and one signature for each key. Safe for many threads.
 */
final class DkimSigner {
    /** Each is signed as often as it occurs. */
    private static final List<String> SIGNED = List.of(
            "from",
            "sender",
            "reply-to",
            "subject",
            "date",
            "to",
            "cc",
            "message-id",
            "in-reply-to",
            "references",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "content-language",
            "list-id",
            "list-help",
            "list-post",
            "list-owner",
            "list-archive",
            "list-subscribe",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "archived-at",
            "auto-submitted");

    private final List<SignatureField> signatures;
    private final CutMessage fields;
    private final CutMessage body;
    private final MessageDigest begun;

    /** @param message with places, not signed by these keys yet */
    DkimSigner(byte[] message, String marker, List<DkimKey> keys, Instant signedAt) {
        RelaxedForm relaxed = new RelaxedForm(message);
        // From is named once more than it occurs, so that none can be added (section 8.15).
        List<String> names = new ArrayList<>(List.of("from"));
        StringBuilder lines = new StringBuilder();
        for (String name : SIGNED) {
            for (RelaxedForm.Field field : relaxed.fields(name)) {
                names.add(name);
                lines.append(field.line());
            }
        }
        fields = CutMessage.cut(lines.toString().getBytes(StandardCharsets.ISO_8859_1), marker);
        body = CutMessage.cut(relaxed.body(), marker);
        begun = sha256();
        begun.update(body.firstPiece());
        signatures = keys.stream()
                .map(key -> new SignatureField(key, names, signedAt))
                .toList();
    }

    /** One field for each key, with line ends, to stand before everything else. */
    byte[] fields(CopyValues values) {
        byte[] bodyHash = Base64.getEncoder().encode(bodyHash(values));
        ByteArrayOutputStream canonical = new ByteArrayOutputStream(2048);
        write(fields, values, canonical);
        byte[] covered = canonical.toByteArray();
        ByteArrayOutputStream written = new ByteArrayOutputStream(1024 * signatures.size());
        signatures.forEach(it -> it.write(covered, bodyHash, written));
        return written.toByteArray();
    }

    private byte[] bodyHash(CopyValues values) {
        try {
            MessageDigest digest = (MessageDigest) begun.clone();
            body.writeAfterFirstPiece(values, digest::update);
            return digest.digest();
        } catch (CloneNotSupportedException | IOException e) {
            throw new IllegalStateException("every Java can copy a begun SHA-256, and it does no I/O", e);
        }
    }

    private static void write(CutMessage text, CopyValues values, ByteArrayOutputStream out) {
        try {
            text.write(values, out::writeBytes);
        } catch (IOException e) {
            throw new IllegalStateException("memory does no I/O", e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
