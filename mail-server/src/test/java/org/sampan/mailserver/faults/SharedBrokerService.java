package org.sampan.mailserver.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.apache.activemq.broker.Broker;
import org.apache.activemq.broker.BrokerFilter;
import org.apache.activemq.broker.BrokerPlugin;
import org.apache.activemq.broker.ConnectionContext;
import org.apache.activemq.broker.SslBrokerService;
import org.apache.activemq.broker.TransportConnector;
import org.apache.activemq.command.ConnectionInfo;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtpserver.TlsCertificate;

/** An ActiveMQ as an operator runs it for several mail servers: TLS with a certificate of its own, a name and a password, on disk. */
final class SharedBrokerService implements AutoCloseable {
    private static final String USERNAME = "sampan";
    private static final String PASSWORD = "the broker's own";

    private final SslBrokerService service;
    private final TransportConnector connector;
    private final Path certificate;

    private SharedBrokerService(SslBrokerService service, TransportConnector connector, Path certificate) {
        this.service = service;
        this.connector = connector;
        this.certificate = certificate;
    }

    static SharedBrokerService start(Path folder) throws Exception {
        TlsCertificate certificate = TlsCertificate.of(
                Settings.from(Map.of("SAMPAN_DATA", folder.toString(), "SAMPAN_SMTP_HOSTNAME", "localhost")),
                Clock.systemUTC());
        SslBrokerService service = new SslBrokerService();
        service.setBrokerName("shared");
        service.setUseJmx(false);
        service.setUseShutdownHook(false);
        service.setDataDirectoryFile(folder.toFile());
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(folder.resolve("journal").toFile());
        service.setPersistenceAdapter(journal);
        service.setPlugins(new BrokerPlugin[] {AskForPassword::new});
        TransportConnector connector =
                service.addSslConnector(URI.create("ssl://127.0.0.1:0"), keyOf(certificate), null, null);
        service.start();
        service.waitUntilStarted();
        return new SharedBrokerService(service, connector, certificate.certificate());
    }

    /** What a mail server is told about it. */
    Map<String, String> environment() throws Exception {
        int port = connector.getConnectUri().getPort();
        return Map.of(
                "SAMPAN_BROKER_URL",
                "ssl://127.0.0.1:" + port,
                "SAMPAN_BROKER_USERNAME",
                USERNAME,
                "SAMPAN_BROKER_PASSWORD",
                PASSWORD,
                "SAMPAN_BROKER_CERTIFICATE",
                certificate.toString());
    }

    @Override
    public void close() throws Exception {
        service.stop();
        service.waitUntilStopped();
    }

    /** ActiveMQ's own is in a library that nothing else here needs. */
    private static final class AskForPassword extends BrokerFilter {
        AskForPassword(Broker next) {
            super(next);
        }

        @Override
        public void addConnection(ConnectionContext context, ConnectionInfo info) throws Exception {
            if (!USERNAME.equals(info.getUserName()) || !PASSWORD.equals(info.getPassword())) {
                throw new SecurityException("who are you?");
            }
            super.addConnection(context, info);
        }
    }

    private static KeyManager[] keyOf(TlsCertificate pem) throws IOException, GeneralSecurityException {
        String base64 = Files.readString(pem.key()).replaceAll("-----[A-Z ]+-----|\\s", "");
        PrivateKey key = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(base64)));
        Certificate own;
        try (InputStream in = new ByteArrayInputStream(Files.readAllBytes(pem.certificate()))) {
            own = CertificateFactory.getInstance("X.509").generateCertificate(in);
        }
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        store.setKeyEntry("broker", key, new char[0], new Certificate[] {own});
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, new char[0]);
        return factory.getKeyManagers();
    }
}
