package org.sampan.mailserver.dkim;

import java.util.Locale;

/** How a signature is made. */
public enum DkimAlgorithm {
    /** RFC 6376: every receiver knows it. */
    RSA("rsa-sha256", "RSA", "SHA256withRSA"),
    /** RFC 8463: what is signed is the hash of the fields, not the fields. Short keys, quick, and not known to all receivers. */
    ED25519("ed25519-sha256", "Ed25519", "Ed25519");

    private final String tag;
    private final String keys;
    private final String signature;

    DkimAlgorithm(String tag, String keys, String signature) {
        this.tag = tag;
        this.keys = keys;
        this.signature = signature;
    }

    /** Value of {@code a=}. */
    public String tag() {
        return tag;
    }

    /** Value of {@code k=} in the DNS, and the end of our selectors. */
    public String lowerCase() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Java's name for keys of this kind. */
    String keys() {
        return keys;
    }

    /** Java's name for signatures of this kind. */
    String signature() {
        return signature;
    }
}
