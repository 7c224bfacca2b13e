package org.sampan.console.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.console.doctor.Finding.Gravity;
import org.sampan.console.settings.Settings;
import org.sampan.console.settings.SettingsReader;
import org.subethamail.smtp.server.SMTPServer;

/** Whether mail would get out, told before the first mail is sent. */
class WayOutTest {
    private static final String PASSWORD = "changeit";

    @TempDir
    Path home;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void prepare() throws IOException {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(home.resolve("config/sampan.properties"), "");
        environment.put("SAMPAN_HOME", home.toString());
        environment.put("SAMPAN_RELAY_HOST", "127.0.0.1");
    }

    @Test
    void goodCertificateOfTheRelayIsSaid() throws Exception {
        try (Relay relay = new Relay(certificate("ip:127.0.0.1"))) {
            environment.put("SAMPAN_RELAY_TRUST", home.resolve("authority.pem").toString());
            Finding finding = only(relay.port());
            assertThat(finding.gravity()).isEqualTo(Gravity.GOOD);
            assertThat(finding.what()).isEqualTo("relay 127.0.0.1:" + relay.port());
        }
    }

    @Test
    void wrongCertificateOfTheRelayIsSaidWithWhatToDo() throws Exception {
        try (Relay relay = new Relay(certificate("dns:other.example"))) {
            environment.put("SAMPAN_RELAY_TRUST", home.resolve("authority.pem").toString());
            environment.put("SAMPAN_RELAY_TLS", "required");
            Finding finding = only(relay.port());
            assertThat(finding.gravity()).isEqualTo(Gravity.WRONG);
            assertThat(finding.words()).contains("its certificate is not good", "127.0.0.1", "relay.trust");
            environment.put("SAMPAN_RELAY_TLS", "opportunistic");
            assertThat(only(relay.port()).gravity()).isEqualTo(Gravity.RISKY);
        }
    }

    @Test
    void relayWithoutEncryptionIsRiskyUnlessItIsRequired() throws Exception {
        SMTPServer clear =
                SMTPServer.port(0).bindAddress(InetAddress.getLoopbackAddress()).build();
        clear.start();
        try {
            assertThat(only(clear.getPortAllocated())).satisfies(it -> {
                assertThat(it.gravity()).isEqualTo(Gravity.RISKY);
                assertThat(it.words()).contains("offers no STARTTLS");
            });
            environment.put("SAMPAN_RELAY_TLS", "required");
            assertThat(only(clear.getPortAllocated()).gravity()).isEqualTo(Gravity.WRONG);
            environment.put("SAMPAN_RELAY_TLS", "off");
            assertThat(only(clear.getPortAllocated()).gravity()).isEqualTo(Gravity.GOOD);
        } finally {
            clear.stop();
        }
    }

    @Test
    void everyRelayIsKnockedAt() throws IOException {
        int closed = closedPort();
        environment.put("SAMPAN_RELAY_HOST", "127.0.0.1:" + closed + ", 127.0.0.1:" + closed + "*3");
        assertThat(findings())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.words()).contains("cannot be reached", "relay.host"));
    }

    @Test
    void blockedPortIsSaidWithWhatToDo() throws IOException {
        environment.remove("SAMPAN_RELAY_HOST");
        environment.put("SAMPAN_OPERATOR_EMAIL", "operator@farm.example");
        try (NameServer names = new NameServer().sendsMailTo("farm.example", "localhost")) {
            List<Finding> findings = new WayOut(settings(), new Names(names.url()), closedPort()).examine();
            assertThat(findings).singleElement().satisfies(it -> {
                assertThat(it.gravity()).isEqualTo(Gravity.WRONG);
                assertThat(it.what()).isEqualTo("port 25");
                assertThat(it.words()).contains("farm.example", "open port 25 out, or set relay.host");
            });
        }
    }

    @Test
    void missingOrOtherReverseNameIsSaid() throws Exception {
        environment.remove("SAMPAN_RELAY_HOST");
        environment.put("SAMPAN_OPERATOR_EMAIL", "operator@farm.example");
        environment.put("SAMPAN_DOMAIN", "lists.harbour.example");
        try (Relay host = new Relay(certificate("dns:any.example"));
                NameServer names = new NameServer().sendsMailTo("farm.example", "127.0.0.1")) {
            assertThat(reverse(names, host).gravity()).isEqualTo(Gravity.WRONG);
            names.names("1.0.0.127.in-addr.arpa", "other.example");
            assertThat(reverse(names, host)).satisfies(it -> {
                assertThat(it.gravity()).isEqualTo(Gravity.RISKY);
                assertThat(it.words()).contains("127.0.0.1 is other.example", "lists.harbour.example");
            });
            names.names("1.0.0.127.in-addr.arpa", "lists.harbour.example");
            assertThat(reverse(names, host).gravity()).isEqualTo(Gravity.GOOD);
        }
    }

    @Test
    void withoutAnAddressToKnockAtTheDoctorSaysSo() {
        environment.remove("SAMPAN_RELAY_HOST");
        assertThat(findings())
                .singleElement()
                .satisfies(it -> assertThat(it.words()).contains("operator.email"));
    }

    private Finding reverse(NameServer names, Relay host) {
        List<Finding> findings = new WayOut(settings(), new Names(names.url()), host.port()).examine();
        assertThat(findings).hasSize(2);
        assertThat(findings.get(0).gravity()).isEqualTo(Gravity.GOOD);
        return findings.get(1);
    }

    private Finding only(int port) {
        environment.put("SAMPAN_RELAY_PORT", Integer.toString(port));
        assertThat(findings()).hasSize(1);
        return findings().get(0);
    }

    private List<Finding> findings() {
        return new WayOut(settings()).examine();
    }

    private Settings settings() {
        return SettingsReader.read(environment);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Made by the JDK's own tool; {@code authority.pem} is the same one. */
    private SSLContext certificate(String name) throws Exception {
        Path store = home.resolve("store.p12");
        Files.deleteIfExists(store);
        keytool(
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=relay",
                "-ext",
                "san=" + name,
                "-keystore",
                store.toString());
        keytool(
                "-exportcert",
                "-rfc",
                "-file",
                home.resolve("authority.pem").toString(),
                "-keystore",
                store.toString());
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-alias", "relay", "-storepass", PASSWORD, "-storetype", "PKCS12"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    /** Offers STARTTLS. */
    private static final class Relay implements AutoCloseable {
        private final SMTPServer server;

        Relay(SSLContext certificate) {
            server = SMTPServer.port(0)
                    .bindAddress(InetAddress.getLoopbackAddress())
                    .enableTLS(true)
                    .startTlsSocketFactory(certificate)
                    .build();
            server.start();
        }

        int port() {
            return server.getPortAllocated();
        }

        @Override
        public void close() {
            server.stop();
        }
    }
}
