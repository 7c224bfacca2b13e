package org.sampan.mailserver.spool;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQSslConnectionFactory;
import org.sampan.mailserver.settings.Settings;

/** How to reach the broker that several mail servers share. */
final class SharedBroker {
    /**
     * A connection that broke is made again by itself; whoever waits for it is told after ten seconds, so that an SMTP session gets its
     * answer. Without this, a broker that was restarted would need every mail server to be restarted too.
     */
    private static final String MAKE_AGAIN = "?maxReconnectDelay=5000&startupMaxReconnectAttempts=10&timeout=10000";

    private SharedBroker() {}

    /** @throws IllegalStateException when the certificate cannot be read */
    static ActiveMQConnectionFactory connections(Settings.Broker broker) {
        ActiveMQSslConnectionFactory connections = new ActiveMQSslConnectionFactory(address(broker));
        if (!broker.username().isEmpty()) {
            connections.setUserName(broker.username());
            connections.setPassword(broker.password());
        }
        broker.certificate().ifPresent(it -> connections.setKeyAndTrustManagers(null, trusting(it), null));
        return connections;
    }

    private static String address(Settings.Broker broker) {
        String url = broker.url().toString();
        return url.startsWith("failover:") ? url : "failover:(" + url + ")" + MAKE_AGAIN;
    }

    private static TrustManager[] trusting(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int number = 0;
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("broker" + number++, each);
            }
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trusted);
            return factory.getTrustManagers();
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalStateException("broker.certificate " + pem + " cannot be read: " + e.getMessage(), e);
        }
    }
}
