package org.sampan.mailserver.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose word counts when a server shows its certificate: the authorities Java knows, and the operator's own. Immutable. */
public final class TrustedCertificates {
    private final SSLContext context;

    private TrustedCertificates(SSLContext context) {
        this.context = context;
    }

    /**
     * @param own PEM file of certificates to trust besides those Java knows
     * @throws IOException when it cannot be read or holds no certificates
     */
    public static TrustedCertificates of(Optional<Path> own) throws IOException {
        try {
            KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
            known.load(null, null);
            int number = 0;
            for (Certificate each : javasOwn()) {
                known.setCertificateEntry("java-" + number++, each);
            }
            for (Certificate each : own.isPresent() ? read(own.get()) : List.<Certificate>of()) {
                known.setCertificateEntry("own-" + number++, each);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(known), null);
            return new TrustedCertificates(context);
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    "certificates cannot be read from "
                            + own.map(Path::toString).orElse("Java"),
                    e);
        }
    }

    /** Accepts only certificates they vouch for. */
    public SSLContext context() {
        return context;
    }

    private static Collection<? extends Certificate> read(Path file) throws IOException, GeneralSecurityException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw new IOException(file + " holds no certificate (PEM)");
            }
            return found;
        }
    }

    private static List<Certificate> javasOwn() throws GeneralSecurityException {
        for (TrustManager manager : managers(null)) {
            if (manager instanceof X509TrustManager known) {
                return List.of(known.getAcceptedIssuers());
            }
        }
        return List.of();
    }

    private static TrustManager[] managers(@Nullable KeyStore known) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return factory.getTrustManagers();
    }
}
