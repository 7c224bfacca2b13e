package org.sampan.mailserver.dkim;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;

/**
 * A key whose public half stands in the DNS at {@code <selector>._domainkey.<domain>}. Immutable and safe for many threads; the key
 * never appears in {@code toString}.
 */
public final class DkimKey {
    private final String domain;
    private final String selector;
    private final DkimAlgorithm algorithm;
    private final PrivateKey key;
    private final Provider signer;

    /**
     * @param domain the domain that answers for the mail: {@code d=}
     * @param signer who signs; {@code key} must be one of its own, else each signature costs a translation of the key
     */
    DkimKey(String domain, String selector, DkimAlgorithm algorithm, PrivateKey key, Provider signer) {
        this.domain = domain;
        this.selector = selector;
        this.algorithm = algorithm;
        this.key = key;
        this.signer = signer;
    }

    public String domain() {
        return domain;
    }

    public String selector() {
        return selector;
    }

    public DkimAlgorithm algorithm() {
        return algorithm;
    }

    /**
     * The signature of fields in their canonical form.
     *
     * @throws IllegalStateException when the key does not sign, which was tried when it was read
     */
    public byte[] sign(byte[] fields) {
        try {
            Signature signature = Signature.getInstance(algorithm.signature(), signer);
            signature.initSign(key);
            signature.update(algorithm == DkimAlgorithm.RSA ? fields : sha256(fields));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the DKIM key " + selector + " does not sign", e);
        }
    }

    /** Name of who signs, for the log. */
    String signer() {
        return signer.getName();
    }

    private static byte[] sha256(byte[] text) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(text);
    }

    @Override
    public String toString() {
        return "DkimKey[" + selector + "._domainkey." + domain + "]";
    }
}
