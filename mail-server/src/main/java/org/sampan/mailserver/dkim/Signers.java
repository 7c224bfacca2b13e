package org.sampan.mailserver.dkim;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who does the arithmetic. Amazon Corretto Crypto Provider where it runs (Linux on x86-64): measured against the JDK it signs RSA-2048
 * four times and Ed25519 twenty times as fast. The JDK elsewhere, and whenever the other's signature does not verify with the JDK.
 */
final class Signers {
    private static final Logger LOGGER = LoggerFactory.getLogger(Signers.class);
    private static final byte[] PROBE = "a probe".getBytes(StandardCharsets.US_ASCII);

    private final List<Provider> quickFirst;

    Signers(List<Provider> quickFirst) {
        this.quickFirst = List.copyOf(quickFirst);
    }

    static Signers ofThisMachine() {
        AmazonCorrettoCryptoProvider quick = AmazonCorrettoCryptoProvider.INSTANCE;
        return new Signers(quick.getLoadingError() == null ? List.of(quick) : List.of());
    }

    /** The key with the quickest signer whose signature the JDK takes. */
    DkimKey key(String domain, String selector, DkimAlgorithm algorithm, KeyPair pair) {
        for (Provider provider : quickFirst) {
            try {
                PrivateKey own = inTheirForm(pair.getPrivate(), algorithm, provider);
                DkimKey key = new DkimKey(domain, selector, algorithm, own, provider);
                if (isSound(key, pair)) {
                    return key;
                }
                LOGGER.warn(
                        "event=signer-left-out signer={} reason=\"its signature does not verify\"", provider.getName());
            } catch (GeneralSecurityException | IllegalStateException e) {
                LOGGER.warn("event=signer-left-out signer={} reason=\"{}\"", provider.getName(), e.getMessage());
            }
        }
        return new DkimKey(domain, selector, algorithm, pair.getPrivate(), ofTheJdk(algorithm));
    }

    /** Their own kind of key where they have one: else each signature begins with a translation, which costs more than the rest. */
    private static PrivateKey inTheirForm(PrivateKey key, DkimAlgorithm algorithm, Provider provider)
            throws GeneralSecurityException {
        KeyFactory factory;
        try {
            factory = KeyFactory.getInstance(algorithm.keys(), provider);
        } catch (NoSuchAlgorithmException theyTakeAny) {
            return key;
        }
        return factory.generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }

    private static boolean isSound(DkimKey key, KeyPair pair) throws GeneralSecurityException {
        Signature check = Signature.getInstance(key.algorithm().signature(), ofTheJdk(key.algorithm()));
        check.initVerify(pair.getPublic());
        check.update(
                key.algorithm() == DkimAlgorithm.RSA
                        ? PROBE
                        : MessageDigest.getInstance("SHA-256").digest(PROBE));
        return check.verify(key.sign(PROBE));
    }

    private static Provider ofTheJdk(DkimAlgorithm algorithm) {
        try {
            return Signature.getInstance(algorithm.signature()).getProvider();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java from 15 on has " + algorithm.signature(), e);
        }
    }
}
