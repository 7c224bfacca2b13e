package org.sampan.mailserver.proof;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.domain.Dns;
import org.sampan.mailserver.domain.RecordType;

/** The public keys domains publish for their signatures (RFC 6376 section 3.6.1). Safe for many threads. */
final class DkimKeys {
    private static final int SHORTEST_RSA = 1024;
    private static final int MOST_RECORDS = 5;
    private static final byte[] ED25519_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private final Dns dns;

    DkimKeys(Dns dns) {
        this.dns = dns;
    }

    /**
     * Those that may verify the signature; none when they are revoked, only on trial, too short or for something else.
     *
     * @throws org.sampan.mailserver.domain.DnsTroubleException when the name servers do not answer
     */
    List<PublicKey> of(DkimSignature signature) {
        return dns.find(signature.keyName(), RecordType.TXT).stream()
                .limit(MOST_RECORDS)
                .flatMap(it -> DkimTags.parse(it).stream())
                .filter(it -> allows(it, signature))
                .flatMap(it -> key(it, signature).stream())
                .toList();
    }

    private static boolean allows(DkimTags record, DkimSignature signature) {
        List<String> flags = words(record, "t", "");
        return record.get("v", "DKIM1").equals("DKIM1")
                && words(record, "k", "rsa").contains(signature.isEd25519() ? "ed25519" : "rsa")
                && words(record, "h", "sha256").contains("sha256")
                && words(record, "s", "*").stream().anyMatch(it -> it.equals("*") || it.equals("email"))
                && !flags.contains("y")
                && (!flags.contains("s") || signature.isOfVeryDomain());
    }

    private static List<String> words(DkimTags record, String tag, String otherwise) {
        return Arrays.stream(record.get(tag, otherwise).split(":"))
                .map(it -> it.strip().toLowerCase(Locale.ROOT))
                .toList();
    }

    private static Optional<PublicKey> key(DkimTags record, DkimSignature signature) {
        try {
            byte[] bytes = Base64.getDecoder().decode(record.compact("p"));
            return signature.isEd25519() ? ed25519(bytes) : rsa(bytes);
        } catch (IllegalArgumentException | GeneralSecurityException noKey) {
            return Optional.empty();
        }
    }

    private static Optional<PublicKey> ed25519(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != 32) {
            return Optional.empty();
        }
        byte[] encoded = Arrays.copyOf(ED25519_PREFIX, ED25519_PREFIX.length + bytes.length);
        System.arraycopy(bytes, 0, encoded, ED25519_PREFIX.length, bytes.length);
        return Optional.of(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded)));
    }

    private static Optional<PublicKey> rsa(byte[] bytes) throws GeneralSecurityException {
        PublicKey key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(bytes));
        return key instanceof RSAPublicKey rsa && rsa.getModulus().bitLength() >= SHORTEST_RSA
                ? Optional.of(key)
                : Optional.empty();
    }
}
