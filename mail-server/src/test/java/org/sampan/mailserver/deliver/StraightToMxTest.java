package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.delivery.RecipientStatus;
import org.sampan.mailserver.delivery.RecipientStatus.Status;
import org.sampan.mailserver.destination.Destinations.Net;
import org.sampan.mailserver.destination.MovedClock;
import org.sampan.mailserver.destination.TestNet;
import org.sampan.mailserver.domain.NameServer;
import org.sampan.mailserver.mailinglist.DeliverySettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.JdbcMailingLists;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Members.NewMember;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.smtp.MailHost;
import org.sampan.mailserver.smtp.MailHost.Manners;
import org.sampan.mailserver.smtp.TestAuthority;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** Posts on their way to each reader's own mail host, all on the loopback network, and whatever those say. */
@ExtendWith(TestDatabase.class)
class StraightToMxTest {
    private static final Manners CLEAR = Manners.offering("PIPELINING", "8BITMIME");

    private final LedgerUnderTest ledger;
    private final EngineUnderTest under;
    private final MovedClock clock = new MovedClock(Instant.now());
    private NameServer names;
    private Net net;

    StraightToMxTest(Database database) {
        ledger = new LedgerUnderTest(database);
        under = new EngineUnderTest(database);
    }

    @BeforeEach
    void start() throws IOException {
        ledger.database().jdbi().useHandle(handle -> handle.execute("truncate sending_day"));
        names = new NameServer();
        net = TestNet.net(names, domain -> URI.create("https://localhost:1/" + domain), clock);
    }

    @AfterEach
    void stop() {
        names.close();
    }

    @Test
    void everyReadersOwnHostGetsTheirCopy() throws IOException {
        MailingList list =
                listOf("alice@farm.example", "bob@riverside.example", "cedric@quiet.example", "dao@no.example");
        hostOf("farm.example", "127.0.0.2");
        hostOf("riverside.example", "127.0.0.3");
        names.sendsMailTo("quiet.example", 0, ".");
        try (MailHost farm = at("127.0.0.2", CLEAR);
                MailHost riverside = at("127.0.0.3", CLEAR);
                DeliveryEngine engine = under.engine(Map.of(), net)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            awaitFinish(post);
            assertThat(farm.mails())
                    .singleElement()
                    .satisfies(it -> assertThat(it.recipients()).containsExactly("alice@farm.example"));
            assertThat(riverside.mails()).hasSize(1);
            assertThat(status(post, "cedric@quiet.example").lastReply())
                    .isEqualTo("556 5.1.10 quiet.example takes no mail");
            assertThat(status(post, "dao@no.example").lastReply()).isEqualTo("550 5.1.2 there is no domain no.example");
            assertThat(under.refusals()).hasSize(2);
        }
    }

    @Test
    void listThatWantsEncryptionNeverSendsInClear() throws Exception {
        MailingList list = listOf("alice@farm.example", "bob@riverside.example");
        new JdbcMailingLists(ledger.database())
                .change(list.settings().with(DeliverySettings.TLS, DeliverySettings.Tls.REQUIRED));
        hostOf("farm.example", "127.0.0.2");
        hostOf("riverside.example", "127.0.0.3");
        Manners encrypting = Manners.offering("PIPELINING", "STARTTLS").with(new TestAuthority().server("any.example"));
        try (MailHost clear = at("127.0.0.2", CLEAR);
                MailHost encrypted = at("127.0.0.3", encrypting);
                DeliveryEngine engine = under.engine(Map.of(), net)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            awaitStatus(post, "bob@riverside.example", Status.SENT);
            awaitStatus(post, "alice@farm.example", Status.DEFERRED);
            assertThat(encrypted.mails())
                    .singleElement()
                    .satisfies(it -> assertThat(it.encrypted()).isTrue());
            assertThat(clear.lines()).noneMatch(it -> it.startsWith("MAIL"));
            assertThat(status(post, "alice@farm.example").lastReply())
                    .isEqualTo("451 4.7.10 the list sends encrypted mail only, but mx.farm.example offers no STARTTLS");

            ledger.deliveries()
                    .send(new EmailAddress("alice@farm.example"), Optional.of(list), LedgerUnderTest.uniform());
            ledger.deliveries()
                    .send(new EmailAddress("alice@farm.example"), Optional.empty(), LedgerUnderTest.uniform());
            await().atMost(Duration.ofSeconds(20)).until(() -> clear.mails().size() == 1);
            assertThat(clear.lines())
                    .filteredOn(it -> it.startsWith("MAIL"))
                    .as("the notice of no list")
                    .hasSize(1);
        }
    }

    @Test
    void internationalAddressesGoWhereTheyAreTakenAndFailClearlyElse() throws IOException {
        MailingList list = listOf("สมชาย@farm.example", "ສົມໄຊ@riverside.example");
        hostOf("farm.example", "127.0.0.2");
        hostOf("riverside.example", "127.0.0.3");
        try (MailHost modern = at("127.0.0.2", Manners.offering("PIPELINING", "8BITMIME", "SMTPUTF8"));
                MailHost old = at("127.0.0.3", CLEAR);
                DeliveryEngine engine = under.engine(Map.of(), net)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            awaitFinish(post);
            assertThat(modern.mails()).singleElement().satisfies(it -> {
                assertThat(it.recipients()).containsExactly("สมชาย@farm.example");
                assertThat(it.parameters()).contains("SMTPUTF8").contains("BODY=8BITMIME");
            });
            assertThat(old.mails()).isEmpty();
            assertThat(status(post, "ສົມໄຊ@riverside.example").lastReply())
                    .isEqualTo("553 5.6.7 the server takes no international addresses");
        }
    }

    @Test
    void messageTheHostSaysIsTooLargeIsNotEvenOffered() throws IOException {
        MailingList list = listOf("alice@farm.example", "bob@riverside.example");
        hostOf("farm.example", "127.0.0.2");
        hostOf("riverside.example", "127.0.0.3");
        try (MailHost small = at("127.0.0.2", Manners.offering("PIPELINING", "SIZE 200"));
                MailHost large = at("127.0.0.3", Manners.offering("SIZE 20000"));
                DeliveryEngine engine = under.engine(Map.of(), net)) {
            engine.start();
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            awaitFinish(post);
            assertThat(small.lines()).noneMatch(it -> it.startsWith("MAIL"));
            assertThat(status(post, "alice@farm.example").lastReply())
                    .matches("552 5\\.3\\.4 the message has \\d+ bytes, the server takes 200");
            assertThat(large.mails())
                    .singleElement()
                    .satisfies(it -> assertThat(it.parameters())
                            .isEqualTo("SIZE=" + it.content().length()));
            assertThat(under.refusals())
                    .as("the post is too large, the address is good")
                    .isEmpty();
        }
    }

    @Test
    void copyIsTriedWithGrowingPausesUntilItExpiresAndThenIsOneBounce() throws IOException {
        MailingList list = listOf("alice@farm.example");
        hostOf("farm.example", "127.0.0.2");
        Manners greylisting = CLEAR.saying(line -> line.startsWith("RCPT") ? "450 4.2.0 not today" : null);
        try (MailHost farm = at("127.0.0.2", greylisting);
                DeliveryEngine engine = under.engine(Map.of(), net)) {
            engine.start();
            Instant expiry = clock.instant().plus(Duration.ofHours(12));
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal(expiry));
            Stream.of("PT1M", "PT5M", "PT15M", "PT1H", "PT4H", "PT4H")
                    .map(Duration::parse)
                    .forEach(pause -> {
                        Instant due = awaitDeferral(
                                post, "alice@farm.example", clock.instant().plus(pause));
                        assertThat(Duration.between(clock.instant(), due)).isCloseTo(pause, Duration.ofMillis(1));
                        assertThat(under.refusals()).isEmpty();
                        clock.move(pause);
                        ledger.letTimeGoBy();
                    });
            awaitFinish(post);
            assertThat(status(post, "alice@farm.example"))
                    .isEqualTo(new RecipientStatus(Status.FAILED, 7, "450 4.2.0 not today", null));
            assertThat(under.refusals()).singleElement().asString().endsWith("450 4.2.0 not today");
            assertThat(farm.lines()).filteredOn(it -> it.startsWith("RCPT")).hasSize(7);
            assertThat(deliveries()).as("no mail is made of it").isOne();
        }
    }

    @Test
    void noMoreConnectionsThanAllowedAreOpenedToADomain() throws IOException {
        MailingList list = listOf(readers(200, "farm.example"));
        hostOf("farm.example", "127.0.0.2");
        try (MailHost farm = at("127.0.0.2", CLEAR);
                DeliveryEngine engine = under.engine(Map.of("SAMPAN_DELIVERY_LIMITS", "farm.example 2, * 7"), net)) {
            engine.start();
            awaitFinish(ledger.fanOut(list, LedgerUnderTest.personal()));
            assertThat(farm.mails()).hasSize(200);
            assertThat(farm.mostAtOnce()).isLessThanOrEqualTo(2);
        }
    }

    @Test
    void slowDomainWithManyReadersKeepsNobodyElseWaiting() throws IOException {
        MailingList list = listOf(
                Stream.concat(Arrays.stream(readers(12_500, "aaa.example")), Arrays.stream(readers(100, "zzz.example")))
                        .toArray(String[]::new));
        hostOf("aaa.example", "127.0.0.2");
        hostOf("zzz.example", "127.0.0.3");
        try (Tarpit slow = new Tarpit();
                MailHost large = at("127.0.0.2", CLEAR.saying(slow));
                MailHost other = at("127.0.0.3", CLEAR);
                DeliveryEngine engine = under.engine(Map.of("SAMPAN_DELIVERY_LIMITS", "aaa.example 2"), net)) {
            PostId post = ledger.fanOut(list, LedgerUnderTest.personal());
            engine.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> other.mails().size() == 100);
            assertThat(large.mails()).isEmpty();

            slow.close();
            await().atMost(Duration.ofSeconds(90)).until(() -> ledger.isFinished(post));
            assertThat(ledger.progress(post).sent()).isEqualTo(12_600);
            assertThat(large.mails().stream()
                            .flatMap(it -> it.recipients().stream())
                            .distinct())
                    .hasSize(12_500);
            assertThat(large.mails()).hasSize(12_500);
        }
    }

    @Test
    void newSenderSendsSoManyADayAndMoreEachDay() throws IOException {
        MailingList list = listOf(readers(100, "farm.example"));
        hostOf("farm.example", "127.0.0.2");
        Map<String, String> plan = Map.of("SAMPAN_DELIVERY_WARMUP", "20", "SAMPAN_DELIVERY_WARMUPGROWTH", "50");
        try (MailHost farm = at("127.0.0.2", CLEAR)) {
            PostId post;
            try (DeliveryEngine engine = under.engine(plan, net)) {
                engine.start();
                post = ledger.fanOut(
                        list, LedgerUnderTest.personal(clock.instant().plus(Duration.ofDays(10))));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> ledger.progress(post).sent() == 20);
                awaitParked();
                ledger.deliveries()
                        .send(new EmailAddress("bob@farm.example"), Optional.empty(), LedgerUnderTest.uniform());
                await().atMost(Duration.ofSeconds(20)).until(() -> farm.mails().size() == 21);
            }
            for (int sent : new int[] {50, 95, 100}) {
                clock.move(Duration.ofDays(1));
                letParkedGo();
                try (DeliveryEngine engine = under.engine(plan, net)) {
                    engine.start();
                    await().atMost(Duration.ofSeconds(20))
                            .until(() -> ledger.progress(post).sent() == sent);
                    if (sent < 100) {
                        awaitParked();
                    }
                    assertThat(ledger.progress(post).sent()).isEqualTo(sent);
                }
            }
            assertThat(farm.mails()).hasSize(101);
        }
    }

    private int deliveries() {
        return ledger.database()
                .jdbi()
                .withHandle(handle -> handle.createQuery("select count(*) from delivery")
                        .mapTo(Integer.class)
                        .one());
    }

    private MailingList listOf(String... readers) {
        MailingList list = ledger.listOf(0);
        ledger.members()
                .addAll(
                        list,
                        Arrays.stream(readers)
                                .map(it ->
                                        new NewMember(Person.of(new EmailAddress(it)), Optional.of(DeliveryMode.EACH))),
                        "import");
        return list;
    }

    private static String[] readers(int count, String domain) {
        return Stream.iterate(0, i -> i + 1)
                .limit(count)
                .map(i -> "reader" + i + "@" + domain)
                .toArray(String[]::new);
    }

    private void hostOf(String domain, String address) throws IOException {
        names.sendsMailTo(domain, 10, "mx." + domain).isAt("mx." + domain, InetAddress.getByName(address));
    }

    private MailHost at(String address, Manners manners) throws IOException {
        return MailHost.start(InetAddress.getByName(address), net.smtpPort(), manners);
    }

    private void awaitFinish(PostId post) {
        await().atMost(Duration.ofSeconds(30)).until(() -> ledger.isFinished(post));
    }

    private void awaitStatus(PostId post, String reader, Status wanted) {
        await().atMost(Duration.ofSeconds(20)).until(() -> status(post, reader).status() == wanted);
    }

    private Instant awaitDeferral(PostId post, String reader, Instant about) {
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            Instant next = status(post, reader).nextAttemptAt();
            return next != null && Duration.between(next, about).abs().toMillis() < 10;
        });
        return Optional.ofNullable(status(post, reader).nextAttemptAt()).orElseThrow();
    }

    private void awaitParked() {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> ledger.database()
                        .jdbi()
                        .withHandle(handle -> handle.createQuery(
                                        "select count(*) = 0 from delivery_batch where state <> 'done' and not_before is null")
                                .mapTo(Boolean.class)
                                .one()));
    }

    private void letParkedGo() {
        ledger.database()
                .jdbi()
                .useHandle(handle ->
                        handle.execute("update delivery_batch set not_before = now() where not_before is not null"));
    }

    private RecipientStatus status(PostId post, String reader) {
        return ledger.deliveries().status(post, new EmailAddress(reader)).orElseThrow();
    }
}
