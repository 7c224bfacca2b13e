package org.sampan.mailserver.dkim;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A verifier after RFC 6376 and 8463, written for tests and sharing nothing with the signer; relaxed/relaxed only. That it is right is
 * shown by the RFC's own example.
 */
public final class SignatureCheck {
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Map<String, String> dns;

    /** @param dns TXT records by name */
    public SignatureCheck(Map<String, String> dns) {
        this.dns = dns;
    }

    /** What is found of each signature, the first in the message first: its algorithm, or why it does not count. */
    public List<String> of(byte[] message) throws GeneralSecurityException {
        String text = new String(message, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        List<String> fields = new ArrayList<>(List.of(text.substring(0, end).split("\r\n(?=[^ \t])")));
        String body = text.substring(end + 4);
        List<String> found = new ArrayList<>();
        for (String field : fields) {
            if (name(field).equals("dkim-signature")) {
                found.add(check(field, fields, body));
            }
        }
        return found;
    }

    private String check(String field, List<String> fields, String body) throws GeneralSecurityException {
        Map<String, String> tags = tags(field.substring(field.indexOf(':') + 1));
        byte[] bodyHash = MessageDigest.getInstance("SHA-256").digest(latin(relaxedBody(body)));
        if (!Arrays.equals(bodyHash, base64(tags.getOrDefault("bh", "")))) {
            return "body changed";
        }
        StringBuilder signed = new StringBuilder();
        List<String> left = new ArrayList<>(fields);
        left.remove(field);
        for (String name : tags.getOrDefault("h", "").split(":")) {
            signed.append(takeLast(left, name));
        }
        signed.append(relaxed(field.replaceFirst("(?s)([;\\s]b=)[^;]*$", "$1")));
        String record = dns.getOrDefault(tags.getOrDefault("s", "") + "._domainkey." + tags.getOrDefault("d", ""), "");
        return verifies(tags, record, latin(signed.toString())) ? tags.getOrDefault("a", "") : "fields changed";
    }

    private static boolean verifies(Map<String, String> tags, String record, byte[] signed)
            throws GeneralSecurityException {
        byte[] published = base64(tags(record).getOrDefault("p", ""));
        boolean rsa = tags.getOrDefault("a", "").startsWith("rsa");
        Signature signature = Signature.getInstance(rsa ? "SHA256withRSA" : "Ed25519");
        signature.initVerify(rsa ? key("RSA", published) : key("Ed25519", joined(ED25519_PREFIX, published)));
        signature.update(rsa ? signed : MessageDigest.getInstance("SHA-256").digest(signed));
        return signature.verify(base64(tags.getOrDefault("b", "")));
    }

    private static String takeLast(List<String> fields, String name) {
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (name(fields.get(i)).equals(name)) {
                return relaxed(fields.remove(i)) + "\r\n";
            }
        }
        return "";
    }

    private static String relaxed(String field) {
        String value = field.substring(field.indexOf(':') + 1).replace("\r\n", "");
        return name(field) + ":" + value.replaceAll("[ \t]+", " ").strip();
    }

    private static String relaxedBody(String body) {
        String lines = body.replaceAll("[ \t]+", " ").replaceAll(" (?=\r\n|$)", "");
        String text = lines.replaceFirst("(\r\n)*$", "");
        return text.isEmpty() ? "" : text + "\r\n";
    }

    private static String name(String field) {
        return field.substring(0, field.indexOf(':')).strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static Map<String, String> tags(String list) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String tag : list.split(";")) {
            int equals = tag.indexOf('=');
            if (equals > 0) {
                tags.put(
                        tag.substring(0, equals).strip(),
                        tag.substring(equals + 1).replaceAll("\\s", ""));
            }
        }
        return tags;
    }

    private static PublicKey key(String kind, byte[] encoded) throws GeneralSecurityException {
        return KeyFactory.getInstance(kind).generatePublic(new X509EncodedKeySpec(encoded));
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] base64(String text) {
        return Base64.getDecoder().decode(text);
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
