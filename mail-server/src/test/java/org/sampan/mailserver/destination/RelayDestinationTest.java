package org.sampan.mailserver.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.domain.NameServer;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.smtp.MailHost;
import org.sampan.mailserver.smtp.MailHost.Manners;
import org.sampan.mailserver.smtp.NoEncryptionException;
import org.sampan.mailserver.smtp.SessionRefusedException;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.TestAuthority;

/** The relays as the operator describes them. */
class RelayDestinationTest {
    private static final TestAuthority AUTHORITY = new TestAuthority();

    @TempDir
    Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void start() {
        environment.put("SAMPAN_RELAY_HOST", "127.0.0.1");
    }

    @Test
    void everythingGoesToTheRelay() throws IOException {
        try (MailHost relay = relay(Manners.offering());
                TestNet net = net()) {
            assertThat(net.destinations().areRelays()).isTrue();
            assertThat(net.destinations().routeTo(new EmailAddress("bob@riverside.example"), false))
                    .isEqualTo(new RouteName("", false));
            net.connect("", false).close();
            assertThat(relay.connections()).isOne();
        }
    }

    @Test
    void certificateIsCheckedAgainstTheRelaysName() throws Exception {
        environment.put("SAMPAN_RELAY_TLS", "required");
        Manners offering = Manners.offering("STARTTLS");
        try (MailHost relay = relay(offering.with(AUTHORITY.server("127.0.0.1")));
                TestNet net = net();
                SmtpConnection connection = net.connect("", false)) {
            assertThat(connection.isEncrypted()).isTrue();
        }
        try (MailHost relay = relay(offering.with(AUTHORITY.server("127.0.0.9")));
                TestNet net = net()) {
            assertThatThrownBy(() -> net.connect("", false))
                    .isInstanceOf(NoEncryptionException.class)
                    .hasMessageStartingWith("the certificate of 127.0.0.1 is not good");
        }
    }

    @Test
    void implicitTlsIsSpokenFromTheFirstByte() throws Exception {
        environment.put("SAMPAN_RELAY_IMPLICITTLS", "true");
        try (MailHost relay = relay(
                        Manners.offering().with(AUTHORITY.server("127.0.0.1")).implicit());
                TestNet net = net();
                SmtpConnection connection = net.connect("", false)) {
            assertThat(connection.isEncrypted()).isTrue();
        }
    }

    @Test
    void passwordIsToldOnlyToWhoProvesToBeTheRelay() throws Exception {
        environment.put("SAMPAN_RELAY_USERNAME", "sampan");
        environment.put("SAMPAN_RELAY_PASSWORD", "secret");
        Manners knowing = Manners.offering("STARTTLS", "AUTH PLAIN").knowing("sampan", "secret");
        try (MailHost relay = relay(knowing.with(new TestAuthority().server("127.0.0.1")));
                TestNet net = net()) {
            assertThatThrownBy(() -> net.connect("", false)).isInstanceOf(NoEncryptionException.class);
            assertThat(relay.lines()).noneMatch(it -> it.startsWith("AUTH"));
        }
        try (MailHost relay = relay(knowing.with(AUTHORITY.server("127.0.0.1")));
                TestNet net = net()) {
            net.connect("", false).close();
            assertThat(relay.lines()).anyMatch(it -> it.startsWith("AUTH PLAIN"));
        }
    }

    @Test
    void accessTokenIsReadForEachLogin() throws Exception {
        Path token = folder.resolve("token");
        environment.put("SAMPAN_RELAY_USERNAME", "sampan");
        environment.put("SAMPAN_RELAY_TOKENFILE", token.toString());
        Manners knowing = Manners.offering("STARTTLS", "AUTH PLAIN XOAUTH2")
                .with(AUTHORITY.server("127.0.0.1"))
                .knowing("sampan", "second");
        try (MailHost relay = relay(knowing);
                TestNet net = net()) {
            assertThatThrownBy(() -> net.connect("", false)).hasMessageContaining("relay.tokenFile");
            Files.writeString(token, "first\n");
            assertThatThrownBy(() -> net.connect("", false))
                    .hasRootCauseInstanceOf(SessionRefusedException.class)
                    .hasMessageContaining("535 5.7.8 not you");
            Files.writeString(token, "second\n");
            net.connect("", false).close();
            Files.writeString(token, "two\nlines");
            assertThatThrownBy(() -> net.connect("", false)).hasMessageContaining("one token on one line");
        }
    }

    @Test
    void severalRelaysShareConnectionsAndStandInForEachOther() throws IOException {
        try (MailHost one = MailHost.start(Manners.offering());
                MailHost two = MailHost.start(Manners.offering())) {
            environment.put("SAMPAN_RELAY_HOST", "127.0.0.1:" + one.port() + ", 127.0.0.1:" + two.port() + "*3");
            try (TestNet net = net()) {
                connect(net, 8);
                assertThat(one.connections()).isEqualTo(2);
                assertThat(two.connections()).isEqualTo(6);
                two.close();
                connect(net, 8);
                assertThat(one.connections()).isEqualTo(10);
                one.close();
                assertThatThrownBy(() -> net.connect("", false)).hasMessageContaining("127.0.0.1: ");
            }
        }
    }

    @Test
    void relayThatGreetsAndTakesNothingIsLeftAloneForAWhile() throws IOException {
        try (MailHost one = MailHost.start(Manners.offering());
                MailHost two = MailHost.start(Manners.offering())) {
            environment.put("SAMPAN_RELAY_HOST", "127.0.0.1:" + one.port() + ", 127.0.0.1:" + two.port());
            try (TestNet net = net()) {
                Destination relays = net.destinations().of(new RouteName("", false));
                SmtpConnection first = relays.connect();
                assertThat(relays.avoid(first.server())).isTrue();
                try (SmtpConnection next = relays.connect()) {
                    assertThat(next.server().port()).isNotEqualTo(first.server().port());
                    assertThat(relays.avoid(next.server())).isFalse();
                }
                first.close();
            }
        }
    }

    @Test
    void encryptedMailIsEncryptedEvenWhereTheOperatorTurnedItOff() throws Exception {
        environment.put("SAMPAN_RELAY_TLS", "off");
        try (MailHost relay = relay(Manners.offering("STARTTLS").with(AUTHORITY.server("relay.example")));
                TestNet net = net();
                SmtpConnection clear = net.connect("", false);
                SmtpConnection encrypted = net.connect("", true)) {
            assertThat(clear.isEncrypted()).isFalse();
            assertThat(encrypted.isEncrypted()).isTrue();
        }
        try (MailHost relay = relay(Manners.offering());
                TestNet net = net()) {
            assertThatThrownBy(() -> net.connect("", true)).isInstanceOf(NoEncryptionException.class);
        }
    }

    private MailHost relay(Manners manners) throws IOException {
        MailHost relay = MailHost.start(manners);
        environment.put("SAMPAN_RELAY_PORT", Integer.toString(relay.port()));
        return relay;
    }

    private TestNet net() throws IOException {
        try (NameServer names = new NameServer()) {
            return TestNet.of(names, AUTHORITY.writeTo(folder), environment);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void connect(TestNet net, int times) throws IOException {
        for (int i = 0; i < times; i++) {
            net.connect("", false).close();
        }
    }
}
