package org.sampan.console.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Whose word counts for a relay's certificate: the authorities Java knows, and those of {@code relay.trust}. */
final class Trust {
    private Trust() {}

    static SSLContext with(Optional<Path> own) throws IOException, GeneralSecurityException {
        KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
        known.load(null, null);
        int number = 0;
        for (TrustManager manager : managers(null)) {
            for (Certificate each : ((X509TrustManager) manager).getAcceptedIssuers()) {
                known.setCertificateEntry("java-" + number++, each);
            }
        }
        if (own.isPresent()) {
            try (InputStream in = Files.newInputStream(own.get())) {
                for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                    known.setCertificateEntry("own-" + number++, each);
                }
            }
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, managers(known), null);
        return context;
    }

    private static TrustManager[] managers(@Nullable KeyStore known) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(known);
        return factory.getTrustManagers();
    }
}
