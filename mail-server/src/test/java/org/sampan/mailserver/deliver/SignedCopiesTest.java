package org.sampan.mailserver.deliver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.mailserver.content.TransferCoding;
import org.sampan.mailserver.delivery.LedgerUnderTest;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.dkim.DkimKeys;
import org.sampan.mailserver.dkim.DnsRecord;
import org.sampan.mailserver.dkim.SignatureCheck;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.smtp.Receiver;
import org.sampan.mailserver.smtp.Receiver.Faults;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** What comes out of the engine at the other end of the wire, signed with two keys. */
@ExtendWith(TestDatabase.class)
class SignedCopiesTest {
    private final LedgerUnderTest ledger;
    private final EngineUnderTest under;
    private final SignatureCheck check;

    SignedCopiesTest(Database database, @TempDir Path data) {
        DkimKeys keys = DkimKeys.of(Settings.from(Map.of("SAMPAN_DATA", data.toString(), "SAMPAN_DKIM_SIGN", "both")));
        ledger = new LedgerUnderTest(database);
        under = new EngineUnderTest(database, keys);
        check = new SignatureCheck(
                keys.records().stream().collect(Collectors.toMap(DnsRecord::name, DnsRecord::value)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"8BITMIME", "PIPELINING", "PIPELINING CHUNKING"})
    void everyCopyVerifiesAsItArrives(String offered) throws Exception {
        try (Receiver receiver = Receiver.start(Set.of(offered.split(" ")), Faults.NONE);
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            engine.start();
            awaitFinish(ledger.fanOut(ledger.listOf(60), LedgerUnderTest.personal()));
            assertThat(receiver.messages()).hasSize(60);
            for (Receiver.Taken taken : receiver.messages()) {
                assertThat(verified(taken)).containsExactly("ed25519-sha256", "rsa-sha256");
            }
        }
    }

    /** Its footer's link in base64, whatever way the receiver takes mail. */
    @ParameterizedTest
    @ValueSource(strings = {"8BITMIME", "PIPELINING", "PIPELINING CHUNKING"})
    void copyWhoseTextIsInBase64VerifiesAndLeadsItsReaderAway(String offered) throws Exception {
        String place = LedgerUnderTest.MARKER + "L";
        String text = "လှေသည် ခြောက်နာရီတွင် ထွက်သည်။\r\n".repeat(20) + "\r\n-- \r\nLeave: http://localhost/leave/"
                + place + "\r\n";
        String message = "From: alice@harbour.example\r\nTo: mekong-news@lists.example\r\nSubject: Boats\r\n"
                + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Content-Transfer-Encoding: quoted-printable\r\nList-Unsubscribe: <http://localhost/leave/" + place
                + ">\r\n\r\n"
                + TransferCoding.encodeQuotedPrintable(text.getBytes(StandardCharsets.UTF_8), place);
        try (Receiver receiver = Receiver.start(Set.of(offered.split(" ")), Faults.NONE);
                DeliveryEngine engine = under.engine(receiver.port(), 2)) {
            engine.start();
            awaitFinish(ledger.fanOut(
                    ledger.listOf(5),
                    new Outgoing(
                            "mekong-news-bounces+" + LedgerUnderTest.MARKER + "V@lists.example",
                            LedgerUnderTest.MARKER,
                            Map.of("", message.getBytes(StandardCharsets.UTF_8)),
                            "",
                            Instant.now().plus(Duration.ofDays(1)))));
            assertThat(receiver.messages()).hasSize(5);
            for (Receiver.Taken taken : receiver.messages()) {
                assertThat(verified(taken)).containsExactly("ed25519-sha256", "rsa-sha256");
                Message copy = Message.parse(taken.content().getBytes(StandardCharsets.ISO_8859_1));
                assertThat(copy.transferEncoding()).isEqualTo("base64");
                String link = copy.headers().value("List-Unsubscribe").replaceAll("[<> ]", "");
                assertThat(new String(TransferCoding.decode(copy).orElseThrow(), StandardCharsets.UTF_8))
                        .contains("ခြောက်နာရီတွင်")
                        .endsWith(link + "\r\n");
            }
        }
    }

    @Test
    void oneSignatureCoversAllIdenticalCopies() throws Exception {
        try (Receiver receiver = Receiver.start();
                DeliveryEngine engine = under.engine(receiver.port(), 4)) {
            engine.start();
            awaitFinish(ledger.fanOut(ledger.listOf(600), LedgerUnderTest.uniform()));
            assertThat(receiver.messages().stream().map(Receiver.Taken::content).distinct())
                    .hasSize(1);
            assertThat(verified(receiver.messages().get(0))).containsExactly("ed25519-sha256", "rsa-sha256");
        }
    }

    @Test
    void strangersMailThatIsPassedOnIsNotSigned() throws Exception {
        assertThat(sentOn("From: Eve <eve@harbour.example>")).doesNotContain("DKIM-Signature");
        assertThat(sentOn("From: Lists <postmaster@lists.example>")).contains("DKIM-Signature");
    }

    private String sentOn(String from) throws Exception {
        ledger.listOf(0);
        byte[] message = (from + "\r\nSubject: Boats\r\n\r\nSix.\r\n").getBytes(StandardCharsets.US_ASCII);
        try (Receiver receiver = Receiver.start();
                DeliveryEngine engine = under.engine(receiver.port(), 1)) {
            engine.start();
            ledger.deliveries()
                    .send(
                            new EmailAddress("bob@riverside.example"),
                            Optional.empty(),
                            new Outgoing(
                                    "",
                                    "",
                                    Map.of("", message),
                                    "",
                                    Instant.now().plus(Duration.ofDays(1))));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !receiver.messages().isEmpty());
            return receiver.messages().get(0).content();
        }
    }

    private List<String> verified(Receiver.Taken taken) throws Exception {
        return check.of(taken.content().getBytes(StandardCharsets.ISO_8859_1));
    }

    private void awaitFinish(PostId post) {
        await().atMost(Duration.ofSeconds(60)).until(() -> ledger.isFinished(post));
    }
}
