package org.sampan.mailserver.proof;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Message;

/** Verifies the signatures of a mail (RFC 6376, RFC 8301, RFC 8463). Safe for many threads. */
final class Dkim {
    /** More than anybody needs; each may cost a look-up. */
    private static final int MOST_SIGNATURES = 5;

    private final DkimKeys keys;
    private final Clock clock;

    Dkim(DkimKeys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    /**
     * The signatures that are wanted and hold.
     *
     * @param wanted asked before anything is looked up
     * @throws org.sampan.mailserver.domain.DnsTroubleException when the name servers do not answer
     */
    List<DkimSignature> valid(Message message, Predicate<DkimSignature> wanted) {
        return message.headers()
                .all(DkimSignature.FIELD)
                .flatMap(it -> DkimSignature.parse(it).stream())
                .filter(wanted)
                .limit(MOST_SIGNATURES)
                .filter(it -> !it.isExpired(clock.instant()) && hasBody(it, message.body()) && isSigned(it, message))
                .toList();
    }

    private static boolean hasBody(DkimSignature signature, byte[] body) {
        byte[] hash = sha256(signature.ofBody().body(body));
        return MessageDigest.isEqual(hash, base64(signature.tags().compact("bh")));
    }

    private boolean isSigned(DkimSignature signature, Message message) {
        byte[] signed = signedText(signature, message);
        byte[] proof = base64(signature.tags().compact("b"));
        return keys.of(signature).stream().anyMatch(key -> verifies(key, signature, signed, proof));
    }

    private static boolean verifies(PublicKey key, DkimSignature signature, byte[] signed, byte[] proof) {
        try {
            Signature verifier = Signature.getInstance(signature.isEd25519() ? "Ed25519" : "SHA256withRSA");
            verifier.initVerify(key);
            verifier.update(signature.isEd25519() ? sha256(signed) : signed); // RFC 8463 section 3
            return verifier.verify(proof);
        } catch (GeneralSecurityException noSignature) {
            return false;
        }
    }

    /** RFC 6376 section 3.7: the fields named, the lowest of a name first, and the signature's own field without its line end. */
    private static byte[] signedText(DkimSignature signature, Message message) {
        Map<String, List<HeaderField>> left = new HashMap<>();
        StringBuilder text = new StringBuilder();
        for (String name : signature.signedFields()) {
            List<HeaderField> fields = left.computeIfAbsent(
                    name, it -> new ArrayList<>(message.headers().all(it).toList()));
            if (!fields.isEmpty()) {
                HeaderField lowest = fields.remove(fields.size() - 1);
                text.append(signature.ofHeader().field(new String(lowest.raw(), StandardCharsets.ISO_8859_1)));
            }
        }
        String own = signature.ofHeader().field(signature.rawWithoutSignature());
        text.append(own.endsWith("\r\n") ? own.substring(0, own.length() - 2) : own);
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Empty when it is none. */
    private static byte[] base64(String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException broken) {
            return new byte[0];
        }
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
