package org.sampan.mailserver.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.domain.NameServer;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.smtp.MailHost;
import org.sampan.mailserver.smtp.MailHost.Manners;
import org.sampan.mailserver.smtp.NoEncryptionException;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.TestAuthority;

/** Straight to the mail hosts of a domain: each has an address of its own on the loopback network, all the same port. */
class DestinationsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final Manners CLEAR = Manners.offering("PIPELINING");

    @TempDir
    Path folder;

    private NameServer names;
    private TestNet net;

    @BeforeEach
    void start() throws IOException, GeneralSecurityException {
        names = new NameServer();
        net = TestNet.of(names, AUTHORITY.writeTo(folder), Map.of());
    }

    @AfterEach
    void stop() {
        net.close();
        names.close();
    }

    @Test
    void hostsAreTriedInTheOrderOfTheirPreference() throws IOException {
        names.sendsMailTo("harbour.example", 20, "second.harbour.example")
                .sendsMailTo("harbour.example", 10, "first.harbour.example")
                .isAt("first.harbour.example", address("127.0.0.2"))
                .isAt("second.harbour.example", address("127.0.0.3"));
        try (MailHost first = at("127.0.0.2", CLEAR);
                MailHost second = at("127.0.0.3", CLEAR)) {
            assertThat(connect("harbour.example")).isEqualTo("first.harbour.example");
            assertThat(second.connections()).isZero();
            first.close();
            assertThat(connect("harbour.example")).isEqualTo("second.harbour.example");
        }
    }

    @Test
    void nextHostIsTriedWhenOneDoesNotTalkToUs() throws IOException {
        names.sendsMailTo("harbour.example", 10, "busy.harbour.example")
                .sendsMailTo("harbour.example", 20, "nowhere.harbour.example")
                .sendsMailTo("harbour.example", 30, "good.harbour.example")
                .isAt("busy.harbour.example", address("127.0.0.2"))
                .isAt("good.harbour.example", address("127.0.0.4"))
                .isAt("good.harbour.example", address("127.0.0.3"));
        Manners busy = CLEAR.saying(command -> command.equals("CONNECT") ? "421 4.3.2 too busy" : null);
        try (MailHost one = at("127.0.0.2", busy);
                MailHost other = at("127.0.0.3", CLEAR)) {
            assertThat(connect("harbour.example")).isEqualTo("good.harbour.example");
            assertThat(one.connections()).isOne();
            assertThat(other.connections()).isOne();
        }
    }

    @Test
    void loadIsSharedAmongHostsOfOnePreference() throws IOException {
        names.sendsMailTo("harbour.example", 10, "one.harbour.example")
                .sendsMailTo("harbour.example", 10, "two.harbour.example")
                .isAt("one.harbour.example", address("127.0.0.2"))
                .isAt("two.harbour.example", address("127.0.0.3"));
        try (MailHost one = at("127.0.0.2", CLEAR);
                MailHost two = at("127.0.0.3", CLEAR)) {
            for (int i = 0; i < 64; i++) {
                connect("harbour.example");
            }
            assertThat(one.connections()).isBetween(10, 54);
            assertThat(two.connections()).isEqualTo(64 - one.connections());
        }
    }

    @Test
    void domainWithoutMailHostsIsItsOwn() throws IOException {
        names.isAt("harbour.example", address("127.0.0.2")).isAt("sea.example", address("::1"));
        try (MailHost host = at("127.0.0.2", CLEAR);
                MailHost overIpv6 = at("::1", CLEAR)) {
            assertThat(connect("harbour.example")).isEqualTo("harbour.example");
            assertThat(connect("sea.example")).isEqualTo("sea.example");
            assertThat(overIpv6.connections()).isOne();
        }
    }

    @Test
    void hostIsMetOverIpv6WhereItHasNothingElseOrThatFails() throws IOException {
        names.sendsMailTo("harbour.example", 10, "mx.harbour.example")
                .isAt("mx.harbour.example", address("127.0.0.2"))
                .isAt("mx.harbour.example", address("::1"));
        try (MailHost host = at("::1", CLEAR)) {
            assertThat(connect("harbour.example")).isEqualTo("mx.harbour.example");
            assertThat(host.connections()).isOne();
        }
    }

    @Test
    void domainThatTakesNoMailIsNotTriedAgain() {
        names.sendsMailTo("quiet.example", 0, ".").isAt("quiet.example", address("127.0.0.2"));
        names.knows("empty.example");
        assertThatThrownBy(() -> connect("quiet.example"))
                .isInstanceOf(DomainTakesNoMailException.class)
                .hasMessage("556 5.1.10 quiet.example takes no mail");
        assertThatThrownBy(() -> connect("nowhere.example"))
                .isInstanceOf(DomainTakesNoMailException.class)
                .hasMessage("550 5.1.2 there is no domain nowhere.example");
        assertThatThrownBy(() -> connect("empty.example"))
                .isInstanceOf(DomainTakesNoMailException.class)
                .hasMessage("550 5.4.4 empty.example has neither a mail host nor an address");
    }

    @Test
    void domainIsTriedLaterWhenItsNameServersFailOrItsHostsHaveNoAddress() {
        names.failsAt("trouble.example").sendsMailTo("lost.example", 10, "mx.lost.example");
        assertThatThrownBy(() -> connect("trouble.example"))
                .isInstanceOf(IOException.class)
                .isNotInstanceOf(DomainTakesNoMailException.class)
                .hasMessageContaining("name servers");
        assertThatThrownBy(() -> connect("lost.example"))
                .isNotInstanceOf(DomainTakesNoMailException.class)
                .hasMessage("none of its mail hosts has an address");
    }

    @Test
    void internationalDomainIsLookedUpByItsAsciiName() throws IOException {
        names.isAt("xn--bcher-kva.example", address("127.0.0.2"));
        try (MailHost host = at("127.0.0.2", CLEAR)) {
            connect("bücher.example");
            assertThat(host.connections()).isOne();
        }
    }

    @Test
    void encryptedMailGoesOnToAHostThatEncrypts() throws Exception {
        names.sendsMailTo("harbour.example", 10, "clear.harbour.example")
                .sendsMailTo("harbour.example", 20, "private.harbour.example")
                .isAt("clear.harbour.example", address("127.0.0.2"))
                .isAt("private.harbour.example", address("127.0.0.3"));
        Manners encrypting = Manners.offering("STARTTLS").with(new TestAuthority().server("anything.example"));
        try (MailHost clear = at("127.0.0.2", CLEAR);
                MailHost other = at("127.0.0.3", encrypting)) {
            assertThat(connect("harbour.example")).isEqualTo("clear.harbour.example");
            try (SmtpConnection connection = net.connect("harbour.example", true)) {
                assertThat(connection.isEncrypted()).isTrue();
            }
            other.close();
            assertThat(clear.connections()).isEqualTo(2);
        }
        names.isAt("sea.example", address("127.0.0.4"));
        try (MailHost clear = at("127.0.0.4", CLEAR)) {
            assertThatThrownBy(() -> net.connect("sea.example", true))
                    .isInstanceOf(NoEncryptionException.class)
                    .hasMessage("sea.example offers no STARTTLS");
            assertThat(clear.lines()).noneMatch(it -> it.startsWith("MAIL"));
        }
    }

    @Test
    void everyDomainHasARouteOfItsOwnAndEncryptedMailAnother() {
        EmailAddress bob = new EmailAddress("bob@Riverside.example");
        assertThat(net.destinations().routeTo(bob, false)).isEqualTo(new RouteName("riverside.example", false));
        assertThat(net.destinations().routeTo(bob, true)).isEqualTo(new RouteName("riverside.example", true));
        assertThat(net.destinations().areRelays()).isFalse();
    }

    private String connect(String domain) throws IOException {
        try (SmtpConnection connection = net.connect(domain, false)) {
            return connection.server().name();
        }
    }

    private MailHost at(String address, Manners manners) throws IOException {
        return MailHost.start(address(address), net.port(), manners);
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
