package org.sampan.mailserver.deliver;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.sampan.mailserver.dkim.DkimKey;
import org.sampan.mailserver.dkim.RelaxedForm;

/** A DKIM-Signature field of one key, in which only the two hashes differ from copy to copy. Safe for many threads. */
final class SignatureField {
    private static final String NAME = "DKIM-Signature";
    private static final int NAMES_A_LINE = 5;
    private static final int SIGNATURE_A_LINE = 72;
    private static final byte[] FOLD = ascii("\r\n\t ");
    private static final byte[] BEFORE_SIGNATURE = ascii(";\r\n\tb=");
    private static final byte[] BEFORE_SIGNATURE_CANONICAL = ascii("; b=");
    private static final byte[] END = ascii("\r\n");

    private final DkimKey key;
    private final byte[] beforeBodyHash;
    private final byte[] beforeBodyHashCanonical;

    /** @param names of the fields that are signed, in the order in which they are hashed */
    SignatureField(DkimKey key, List<String> names, Instant signedAt) {
        this.key = key;
        String begin = "v=1; a=" + key.algorithm().tag() + "; c=relaxed/relaxed; d=" + key.domain() + ";\r\n\ts="
                + key.selector() + "; t=" + signedAt.getEpochSecond() + ";\r\n\th=" + inLines(names) + ";\r\n\tbh=";
        beforeBodyHash = ascii(NAME + ": " + begin);
        beforeBodyHashCanonical = ascii("dkim-signature:" + RelaxedForm.relaxed(begin));
    }

    /**
     * Writes the field with its line end.
     *
     * @param covered the signed fields in their canonical form
     * @param bodyHash in base 64
     */
    void write(byte[] covered, byte[] bodyHash, ByteArrayOutputStream out) {
        ByteArrayOutputStream signed = new ByteArrayOutputStream(covered.length + 1024);
        signed.writeBytes(covered);
        signed.writeBytes(beforeBodyHashCanonical);
        signed.writeBytes(bodyHash);
        signed.writeBytes(BEFORE_SIGNATURE_CANONICAL);
        byte[] signature = Base64.getEncoder().encode(key.sign(signed.toByteArray()));
        out.writeBytes(beforeBodyHash);
        out.writeBytes(bodyHash);
        out.writeBytes(BEFORE_SIGNATURE);
        for (int from = 0; from < signature.length; from += SIGNATURE_A_LINE) {
            if (from > 0) {
                out.writeBytes(FOLD);
            }
            out.write(signature, from, Math.min(SIGNATURE_A_LINE, signature.length - from));
        }
        out.writeBytes(END);
    }

    private static String inLines(List<String> names) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < names.size(); i += NAMES_A_LINE) {
            lines.add(String.join(":", names.subList(i, Math.min(names.size(), i + NAMES_A_LINE))));
        }
        return String.join(":\r\n\t ", lines);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
