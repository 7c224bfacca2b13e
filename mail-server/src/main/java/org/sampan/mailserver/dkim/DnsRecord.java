package org.sampan.mailserver.dkim;

import java.security.KeyPair;
import java.util.Arrays;
import java.util.Base64;

/**
 * What the operator publishes so that receivers can check signatures (RFC 6376 section 3.6.1), always of type TXT.
 *
 * @param name whole name, without a dot at its end
 * @param value in one piece, longer than the 255 bytes one string of a TXT record may have
 */
public record DnsRecord(String name, String value) {
    private static final int ED25519_BYTES = 32;

    static DnsRecord of(DkimKey key, KeyPair pair) {
        byte[] encoded = pair.getPublic().getEncoded();
        // RFC 8463 section 4: the bare key, without what tells its kind.
        byte[] published = key.algorithm() == DkimAlgorithm.RSA
                ? encoded
                : Arrays.copyOfRange(encoded, encoded.length - ED25519_BYTES, encoded.length);
        return new DnsRecord(
                key.selector() + "._domainkey." + key.domain(),
                "v=DKIM1; k=" + key.algorithm().lowerCase() + "; p="
                        + Base64.getEncoder().encodeToString(published));
    }
}
