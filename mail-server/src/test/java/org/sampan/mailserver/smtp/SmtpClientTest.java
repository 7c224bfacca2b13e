package org.sampan.mailserver.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.smtp.MailHost.Manners;
import org.sampan.mailserver.smtp.SmtpServer.Encryption;

/** Encryption and logins over real sockets. */
class SmtpClientTest {
    /** Long enough for a machine that does much else. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final TestAuthority AUTHORITY = new TestAuthority();

    @TempDir
    Path folder;

    private SmtpClient client;

    @BeforeEach
    void open() throws IOException, GeneralSecurityException {
        client = new SmtpClient(
                "lists.example",
                new Timeouts(PATIENCE, PATIENCE, PATIENCE, PATIENCE, PATIENCE),
                TrustedCertificates.of(Optional.of(AUTHORITY.writeTo(folder))));
    }

    @AfterEach
    void close() {
        client.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFIED", "REQUIRED", "OPPORTUNISTIC"})
    void encryptsWhereItIsOfferedAndGreetsAgain(Encryption encryption) throws Exception {
        try (MailHost host = MailHost.start(withTls());
                SmtpConnection connection = client.connect(server(host, encryption))) {
            assertThat(connection.isEncrypted()).isTrue();
            assertThat(connection.pipelines()).isTrue();
            assertThat(host.lines()).containsExactly("EHLO lists.example", "STARTTLS", "EHLO lists.example");
        }
    }

    @Test
    void talksTlsFromTheFirstByteWhereItIsImplicit() throws Exception {
        try (MailHost host = MailHost.start(withTls().implicit());
                SmtpConnection connection = client.connect(server(host, Encryption.IMPLICIT))) {
            assertThat(connection.isEncrypted()).isTrue();
            assertThat(host.lines()).containsExactly("EHLO lists.example");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"VERIFIED", "REQUIRED"})
    void neverGoesOnInClearWhereEncryptionIsRequired(Encryption encryption) throws Exception {
        try (MailHost silent = MailHost.start(Manners.offering("PIPELINING"));
                MailHost refusing = MailHost.start(Manners.offering("STARTTLS")
                        .saying(line -> line.equals("STARTTLS") ? "454 4.7.0 not now" : null));
                MailHost broken = MailHost.start(Manners.offering("STARTTLS"))) {
            assertThatThrownBy(() -> client.connect(server(silent, encryption)))
                    .isInstanceOf(NoEncryptionException.class)
                    .hasMessage("mx.harbour.example offers no STARTTLS");
            assertThatThrownBy(() -> client.connect(server(refusing, encryption)))
                    .isInstanceOf(NoEncryptionException.class)
                    .hasMessage("mx.harbour.example refuses STARTTLS: 4.7.0 not now");
            assertThatThrownBy(() -> client.connect(server(broken, encryption)))
                    .isInstanceOf(NoEncryptionException.class)
                    .hasMessageStartingWith("encryption with mx.harbour.example failed");
            assertThat(silent.lines()).containsExactly("EHLO lists.example");
        }
    }

    @Test
    void goesOnInClearWhereEncryptionOnlyWouldBeNice() throws Exception {
        try (MailHost silent = MailHost.start(Manners.offering("PIPELINING"));
                MailHost broken = MailHost.start(Manners.offering("STARTTLS"));
                SmtpConnection one = client.connect(server(silent, Encryption.OPPORTUNISTIC));
                SmtpConnection other = client.connect(server(broken, Encryption.OPPORTUNISTIC))) {
            assertThat(one.isEncrypted()).isFalse();
            assertThat(other.isEncrypted()).isFalse();
            assertThat(broken.connections()).isEqualTo(2);
        }
    }

    @Test
    void verifiedServerHasToProveItsName() throws Exception {
        try (MailHost other = MailHost.start(offering().with(AUTHORITY.server("mx.other.example")));
                MailHost old = MailHost.start(offering().with(AUTHORITY.expiredServer("mx.harbour.example")));
                MailHost stranger = MailHost.start(offering().with(new TestAuthority().server("mx.harbour.example")))) {
            for (MailHost host : new MailHost[] {other, old, stranger}) {
                assertThatThrownBy(() -> client.connect(server(host, Encryption.VERIFIED)))
                        .isInstanceOf(NoEncryptionException.class)
                        .hasMessageStartingWith("the certificate of mx.harbour.example is not good: ");
                client.connect(server(host, Encryption.OPPORTUNISTIC)).close();
            }
        }
    }

    @Test
    void implicitServerHasToProveItsName() throws Exception {
        try (MailHost other = MailHost.start(
                offering().with(AUTHORITY.server("mx.other.example")).implicit())) {
            assertThatThrownBy(() -> client.connect(server(other, Encryption.IMPLICIT)))
                    .isInstanceOf(NoEncryptionException.class)
                    .hasMessageContaining("mx.harbour.example");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"AUTH PLAIN LOGIN", "AUTH LOGIN", "AUTH=LOGIN", "AUTH PLAIN"})
    void logsInWithNameAndPassword(String offer) throws Exception {
        Manners manners = Manners.offering("STARTTLS", offer)
                .with(AUTHORITY.server("mx.harbour.example"))
                .knowing("sampan", "the boat – at six");
        try (MailHost host = MailHost.start(manners);
                SmtpConnection connection =
                        client.connect(server(host, Encryption.VERIFIED, password("the boat – at six")))) {
            assertThat(connection.isEncrypted()).isTrue();
            assertThat(host.lines())
                    .last()
                    .asString()
                    .startsWith(offer.contains("PLAIN") ? "AUTH PLAIN " : "AUTH LOGIN");
        }
    }

    @Test
    void logsInWithAToken() throws Exception {
        Manners manners = Manners.offering("STARTTLS", "AUTH XOAUTH2 PLAIN")
                .with(AUTHORITY.server("mx.harbour.example"))
                .knowing("sampan", "ya29.token");
        try (MailHost host = MailHost.start(manners)) {
            client.connect(server(host, Encryption.VERIFIED, new Login.Token("sampan", "ya29.token")))
                    .close();
            assertThatThrownBy(() ->
                            client.connect(server(host, Encryption.VERIFIED, new Login.Token("sampan", "too old"))))
                    .isInstanceOf(SessionRefusedException.class)
                    .hasMessage("AUTH: 535 5.7.8 not you");
        }
    }

    @Test
    void wrongPasswordIsSaidAndNeverShown() throws Exception {
        Manners manners = Manners.offering("AUTH PLAIN").knowing("sampan", "right");
        try (MailHost host = MailHost.start(manners)) {
            assertThatThrownBy(() -> client.connect(server(host, Encryption.NONE, password("wrong"))))
                    .isInstanceOf(SessionRefusedException.class)
                    .hasMessage("AUTH: 535 5.7.8 not you");
        }
        assertThat(password("wrong")).asString().doesNotContain("wrong");
        assertThat(new Login.Token("sampan", "ya29")).asString().doesNotContain("ya29");
    }

    @Test
    void passwordIsNotToldInClearUnlessTheOperatorSaysSo() throws Exception {
        Manners manners = Manners.offering("AUTH PLAIN").knowing("sampan", "secret");
        try (MailHost host = MailHost.start(manners)) {
            assertThatThrownBy(() -> client.connect(server(host, Encryption.OPPORTUNISTIC, password("secret"))))
                    .isInstanceOf(NoEncryptionException.class);
            assertThat(host.lines()).noneMatch(line -> line.startsWith("AUTH"));
            client.connect(server(host, Encryption.NONE, password("secret"))).close();
        }
    }

    private static Login password(String password) {
        return new Login.Password("sampan", password);
    }

    private static Manners offering() {
        return Manners.offering("PIPELINING", "STARTTLS");
    }

    private static Manners withTls() throws GeneralSecurityException, IOException {
        return offering().with(AUTHORITY.server("mx.harbour.example"));
    }

    private static SmtpServer server(MailHost host, Encryption encryption) {
        return new SmtpServer(
                "mx.harbour.example", InetAddress.getLoopbackAddress(), host.port(), encryption, Optional.empty());
    }

    private static SmtpServer server(MailHost host, Encryption encryption, Login login) {
        return new SmtpServer(
                "mx.harbour.example", InetAddress.getLoopbackAddress(), host.port(), encryption, Optional.of(login));
    }
}
