package org.sampan.mailserver.deliver;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.dkim.DkimKey;

/**
 * A message in one language, made ready for many copies. Where copies differ, each is signed by itself; where they do not, the one
 * signature is part of the text. Immutable.
 */
final class Variant {
    private final CutMessage text;
    private final Optional<DkimSigner> signer;

    private Variant(CutMessage text, Optional<DkimSigner> signer) {
        this.text = text;
        this.signer = signer;
    }

    /** @param keys what copies are signed with; none: they are not signed */
    static Variant of(byte[] message, String marker, List<DkimKey> keys, Instant now) {
        CutMessage unsigned = CutMessage.cut(message, marker);
        if (keys.isEmpty()) {
            return new Variant(unsigned, Optional.empty());
        }
        DkimSigner signer = new DkimSigner(message, marker, keys, now);
        if (unsigned.isUniform()) {
            return new Variant(CutMessage.cut(joined(signer.fields(CopyValues.NONE), message), ""), Optional.empty());
        }
        byte[] place = (marker + CopyValues.SIGNATURE).getBytes(StandardCharsets.US_ASCII);
        return new Variant(CutMessage.cut(joined(place, message), marker), Optional.of(signer));
    }

    CutMessage text() {
        return text;
    }

    /** What stands at the places of a copy, its signature too. */
    CopyValues signed(CopyValues values) {
        return signer.map(it -> values.signed(it.fields(values))).orElse(values);
    }

    private static byte[] joined(byte[] first, byte[] second) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(first.length + second.length);
        out.writeBytes(first);
        out.writeBytes(second);
        return out.toByteArray();
    }
}
