package org.sampan.mailserver.smtpserver;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.sampan.mailserver.settings.Settings;

/**
 * The certificate and key shown at STARTTLS, PEM files. Where the operator names none, a self-made pair is kept in
 * {@code data/tls}, valid for ten years: enough against listeners, and our own programs pin it.
 */
public record TlsCertificate(Path certificate, Path key) {
    private static final Duration VALIDITY = Duration.ofDays(3650);

    /** @throws IOException when none is named and none can be made */
    public static TlsCertificate of(Settings settings, Clock clock) throws IOException {
        if (settings.smtp().certificate().isPresent()) {
            return new TlsCertificate(
                    settings.smtp().certificate().orElseThrow(),
                    settings.smtp().key().orElseThrow());
        }
        Path folder = settings.data().resolve("tls");
        TlsCertificate own = new TlsCertificate(folder.resolve("certificate.pem"), folder.resolve("key.pem"));
        if (!Files.exists(own.certificate) || !Files.exists(own.key)) {
            Files.createDirectories(folder);
            own.make(settings.smtp().hostname(), clock.instant());
        }
        return own;
    }

    private void make(String hostname, Instant now) throws IOException {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            KeyPair pair = generator.generateKeyPair();
            write(key, "rw-------", new JcaPKCS8Generator(pair.getPrivate(), null));
            write(certificate, "rw-r--r--", selfSigned(pair, hostname, now));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IOException("no certificate can be made: " + e.getMessage(), e);
        }
    }

    private static X509CertificateHolder selfSigned(KeyPair pair, String hostname, Instant now)
            throws OperatorCreationException, IOException {
        X500Name name = new X500Name("CN=" + hostname);
        return new JcaX509v3CertificateBuilder(
                        name,
                        new BigInteger(96, new SecureRandom()).setBit(0),
                        Date.from(now.minus(Duration.ofDays(1))),
                        Date.from(now.plus(VALIDITY)),
                        name,
                        pair.getPublic())
                .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(new GeneralName[] {
                    new GeneralName(GeneralName.dNSName, hostname),
                    new GeneralName(GeneralName.dNSName, "localhost"),
                    new GeneralName(GeneralName.iPAddress, "127.0.0.1")
                }))
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate()));
    }

    private static void write(Path file, String mode, Object content) throws IOException {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(text)) {
            pem.writeObject(content);
        }
        Path fresh = Files.createTempFile(
                file.toAbsolutePath().getParent(),
                "fresh",
                ".pem",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode)));
        Files.write(fresh, text.toString().getBytes(StandardCharsets.US_ASCII));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
