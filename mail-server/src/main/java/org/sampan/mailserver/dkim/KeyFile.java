package org.sampan.mailserver.dkim;

import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.util.PrivateKeyFactory;
import org.bouncycastle.crypto.util.SubjectPublicKeyInfoFactory;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.sampan.mailserver.settings.BadSettingsException;

/** A private key in a PEM file that nobody but us may read: PKCS#8 as we write it, PKCS#1 as others may have done. */
record KeyFile(Path file, DkimAlgorithm algorithm) {
    private static final int RSA_BITS = 2048;
    /** RFC 8301 section 3.2: what is shorter counts as no signature. */
    private static final int FEWEST_RSA_BITS = 1024;

    /**
     * Reads the pair, and makes it first where there is none.
     *
     * @throws BadSettingsException when the file holds something else
     * @throws IOException when it cannot be read or made
     */
    KeyPair readOrMake() throws IOException {
        if (!Files.exists(file)) {
            make();
        }
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.US_ASCII);
                PEMParser pem = new PEMParser(text)) {
            return pair(pem.readObject());
        } catch (GeneralSecurityException | IllegalArgumentException | ClassCastException e) {
            throw new BadSettingsException(
                    List.of(file + ": is no " + algorithm.keys() + " key in PEM form (" + e.getMessage() + ")"));
        }
    }

    private KeyPair pair(Object read) throws GeneralSecurityException, IOException {
        PrivateKeyInfo info = read instanceof PEMKeyPair pair ? pair.getPrivateKeyInfo() : (PrivateKeyInfo) read;
        if (info == null) {
            throw new IllegalArgumentException("it is empty");
        }
        KeyFactory factory = KeyFactory.getInstance(algorithm.keys());
        PrivateKey key = factory.generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
        return new KeyPair(publicHalf(factory, key, info), key);
    }

    private static PublicKey publicHalf(KeyFactory factory, PrivateKey key, PrivateKeyInfo info)
            throws GeneralSecurityException, IOException {
        if (key instanceof RSAPrivateCrtKey rsa) {
            if (rsa.getModulus().bitLength() < FEWEST_RSA_BITS) {
                throw new IllegalArgumentException("it has " + rsa.getModulus().bitLength() + " bits, not " + RSA_BITS);
            }
            return factory.generatePublic(new RSAPublicKeySpec(rsa.getModulus(), rsa.getPublicExponent()));
        }
        Ed25519PrivateKeyParameters curve = (Ed25519PrivateKeyParameters) PrivateKeyFactory.createKey(info);
        SubjectPublicKeyInfo encoded =
                SubjectPublicKeyInfoFactory.createSubjectPublicKeyInfo(curve.generatePublicKey());
        return factory.generatePublic(new X509EncodedKeySpec(encoded.getEncoded()));
    }

    private void make() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(new JcaPKCS8Generator(fresh().getPrivate(), null));
        } catch (GeneralSecurityException e) {
            throw new IOException("no key can be made: " + e.getMessage(), e);
        }
        Path fresh = Files.createTempFile(
                folder,
                "fresh",
                ".pem",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, text.toString(), StandardCharsets.US_ASCII);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private KeyPair fresh() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm.keys());
        if (algorithm == DkimAlgorithm.RSA) {
            generator.initialize(RSA_BITS);
        }
        return generator.generateKeyPair();
    }
}
