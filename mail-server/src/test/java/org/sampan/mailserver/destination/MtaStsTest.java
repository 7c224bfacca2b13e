package org.sampan.mailserver.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.mailserver.destination.Destinations.Net;
import org.sampan.mailserver.domain.NameServer;
import org.sampan.mailserver.smtp.MailHost;
import org.sampan.mailserver.smtp.MailHost.Manners;
import org.sampan.mailserver.smtp.NoEncryptionException;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.TestAuthority;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** RFC 8461 with a name server, a web server, a mail host and the database. */
@ExtendWith(TestDatabase.class)
class MtaStsTest {
    private static final TestAuthority AUTHORITY = new TestAuthority();
    private static final String ENFORCE = "version: STSv1\nmode: enforce\nmx: mx.harbour.example\nmax_age: 86400\n";

    @TempDir
    Path folder;

    private final MtaStsPolicies policies;
    private final MovedClock clock = new MovedClock(Instant.parse("2026-11-22T08:00:00Z"));
    private NameServer names;
    private PolicyServer web;
    private TestNet net;
    private int port;

    MtaStsTest(Database database) {
        database.jdbi().useHandle(handle -> handle.execute("truncate mta_sts_policy"));
        policies = new JdbcMtaStsPolicies(database);
    }

    @BeforeEach
    void start() throws Exception {
        names = new NameServer()
                .sendsMailTo("harbour.example", 10, "mx.harbour.example")
                .isAt("mx.harbour.example", InetAddress.getByName("127.0.0.2"));
        web = new PolicyServer(AUTHORITY.server("localhost"));
        port = TestNet.net(names, web::urlOf, clock).smtpPort();
        net = newProcess();
    }

    @AfterEach
    void stop() {
        net.close();
        web.close();
        names.close();
    }

    @Test
    void enforcedPolicyWantsAGoodCertificate() throws Exception {
        publish("1", ENFORCE);
        try (MailHost host = host(encrypting(AUTHORITY, "mx.harbour.example"))) {
            assertThat(isEncrypted()).isTrue();
        }
        try (MailHost host = host(encrypting(new TestAuthority(), "mx.harbour.example"))) {
            assertThatThrownBy(this::isEncrypted)
                    .isInstanceOf(NoEncryptionException.class)
                    .hasMessageStartingWith("the certificate of mx.harbour.example is not good");
        }
        try (MailHost host = host(Manners.offering("PIPELINING"))) {
            assertThatThrownBy(this::isEncrypted)
                    .isInstanceOf(NoEncryptionException.class)
                    .hasMessage("mx.harbour.example offers no STARTTLS");
        }
    }

    @Test
    void enforcedPolicyNamesTheMailHost() throws Exception {
        publish("1", ENFORCE.replace("mx.harbour", "*.other"));
        try (MailHost host = host(encrypting(AUTHORITY, "mx.harbour.example"))) {
            assertThatThrownBy(this::isEncrypted)
                    .isInstanceOf(NoEncryptionException.class)
                    .hasMessage(
                            "the policy of harbour.example (MTA-STS) does not name its mail host mx.harbour.example");
            assertThat(host.connections()).isZero();
        }
    }

    @Test
    void testingAndNoneChangeNothing() throws Exception {
        publish("1", ENFORCE.replace("enforce", "testing").replace("mx.harbour", "mx.other"));
        try (MailHost host = host(Manners.offering("PIPELINING"))) {
            assertThat(isEncrypted()).isFalse();
            publish("2", "version: STSv1\nmode: none\nmax_age: 86400\n");
            net.close();
            net = newProcess();
            assertThat(isEncrypted()).isFalse();
            assertThat(policies.find("harbour.example"))
                    .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo("2"));
        }
    }

    @Test
    void policyIsFetchedOnceAndCountsInTheNextProcessEvenWhenItCannotBeFound() throws Exception {
        publish("1", ENFORCE);
        try (MailHost host = host(Manners.offering("PIPELINING"))) {
            assertThatThrownBy(this::isEncrypted).isInstanceOf(NoEncryptionException.class);
            assertThatThrownBy(this::isEncrypted).isInstanceOf(NoEncryptionException.class);
            assertThat(web.requests()).isOne();
            net.close();
            names.forgets("_mta-sts.harbour.example");
            web.close();
            net = newProcess();
            assertThatThrownBy(this::isEncrypted).isInstanceOf(NoEncryptionException.class);
            clock.move(Duration.ofHours(25));
            assertThat(isEncrypted()).as("its time is over").isFalse();
        }
    }

    @Test
    void newIdMeansANewPolicy() throws Exception {
        publish("1", ENFORCE);
        try (MailHost host = host(Manners.offering("PIPELINING"))) {
            assertThatThrownBy(this::isEncrypted).isInstanceOf(NoEncryptionException.class);
            publish("2", "version: STSv1\nmode: none\nmax_age: 60\n");
            net.close();
            net = newProcess();
            assertThat(isEncrypted()).isFalse();
            assertThat(web.requests()).isEqualTo(2);
        }
    }

    @Test
    void ageingPolicyIsFetchedAgain() throws Exception {
        publish("1", ENFORCE);
        try (MailHost host = host(encrypting(AUTHORITY, "mx.harbour.example"))) {
            isEncrypted();
            clock.move(Duration.ofHours(11));
            isEncrypted();
            assertThat(web.requests()).isOne();
            clock.move(Duration.ofHours(2));
            isEncrypted();
            assertThat(web.requests()).isEqualTo(2);
        }
    }

    @Test
    void whatCannotBeFetchedProperlyIsNoPolicy() throws Exception {
        publish("1", ENFORCE);
        try (MailHost host = host(Manners.offering("PIPELINING"))) {
            web.answers(302);
            assertThat(isEncrypted()).as("redirections are not followed").isFalse();
            later(() -> web.answers(404));
            assertThat(isEncrypted()).isFalse();
            later(() -> web.says(ENFORCE, "text/html"));
            assertThat(isEncrypted()).isFalse();
            later(() -> web.says(ENFORCE + "#".repeat(PolicyFetch.LARGEST), "text/plain"));
            assertThat(isEncrypted()).as("too long").isFalse();
            later(() -> web.says("version: STSv1", "text/plain"));
            assertThat(isEncrypted()).isFalse();
            later(() -> web.says(ENFORCE, "text/plain"));
            assertThatThrownBy(this::isEncrypted).isInstanceOf(NoEncryptionException.class);
        }
    }

    @Test
    void policyOfAServerThatCannotProveItsNameIsNotBelieved() throws Exception {
        web.close();
        web = new PolicyServer(new TestAuthority().server("localhost"));
        net.close();
        net = newProcess();
        publish("1", ENFORCE);
        try (MailHost host = host(Manners.offering("PIPELINING"))) {
            assertThat(isEncrypted()).isFalse();
            assertThat(policies.find("harbour.example")).isEmpty();
        }
    }

    private void later(Runnable change) {
        change.run();
        clock.move(MtaSts.LOOK_AGAIN);
    }

    private void publish(String id, String policy) {
        names.forgets("_mta-sts.harbour.example").publishes("_mta-sts.harbour.example", "v=STSv1; id=" + id + ";");
        web.says(policy);
    }

    private boolean isEncrypted() throws IOException {
        try (SmtpConnection connection = net.connect("harbour.example", false)) {
            return connection.isEncrypted();
        }
    }

    private TestNet newProcess() throws Exception {
        Net outside = new Net(names.resolver(), port, web::urlOf, clock);
        return TestNet.of(outside, AUTHORITY.writeTo(folder), Map.of(), policies);
    }

    private static Manners encrypting(TestAuthority authority, String name) throws Exception {
        return Manners.offering("STARTTLS").with(authority.server(name));
    }

    private MailHost host(Manners manners) throws IOException {
        return MailHost.start(InetAddress.getByName("127.0.0.2"), net.port(), manners);
    }
}
