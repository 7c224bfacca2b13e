package org.sampan.mailserver.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.delivery.LedgerUnderTest.personal;
import static org.sampan.mailserver.delivery.LedgerUnderTest.reader;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.JdbcPersons;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Persons;
import org.sampan.mailserver.membership.Preferences;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

/** What readers chose decides whether and how a post comes to them. */
@ExtendWith(TestDatabase.class)
class RecipientsByPreferenceTest {
    private static final NodeName NODE = new NodeName("harbour", "1");

    private final LedgerUnderTest ledger;
    private final Persons persons;

    RecipientsByPreferenceTest(Database database) {
        ledger = new LedgerUnderTest(database);
        persons = new JdbcPersons(database);
    }

    @Test
    void whoPausesGetsNothingUntilThePauseEnds() {
        MailingList list = ledger.listOf(3);
        pause(reader(0), Instant.now().plus(Duration.ofDays(1)));
        pause(reader(1), Instant.now().minus(Duration.ofSeconds(1)));
        assertThat(recipients(list, Correspondents.NOBODY)).containsExactlyInAnyOrder(reader(1), reader(2));
    }

    @Test
    void authorWhoWantsNoOwnCopyGetsNoneFromWhateverAddress() {
        MailingList list = ledger.listOf(3);
        EmailAddress elsewhere = new EmailAddress("reader0@elsewhere.example");
        persons.change(reader(0), new Preferences(null, false, false, false));
        persons.addAddress(reader(0), elsewhere);
        assertThat(recipients(list, by(reader(0)))).containsExactlyInAnyOrder(reader(1), reader(2));
        assertThat(recipients(list, by(elsewhere))).containsExactlyInAnyOrder(reader(1), reader(2));
        assertThat(recipients(list, by(reader(1)))).hasSize(3);
    }

    @Test
    void readerNamedInToGetsNoSecondCopyUnlessTheReaderWantsOne() {
        MailingList list = ledger.listOf(3);
        persons.change(reader(2), new Preferences(null, false, true, true));
        Correspondents named = new Correspondents(Set.of(reader(0)), Set.of(reader(1), reader(2)));
        assertThat(recipients(list, named)).containsExactlyInAnyOrder(reader(0), reader(1));
        assertThat(recipients(list, Correspondents.NOBODY)).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource(value = DeliveryMode.class, names = "EACH", mode = EnumSource.Mode.EXCLUDE)
    void onlyModeEachGetsEachPost(DeliveryMode mode) {
        MailingList list = ledger.listOf(2);
        ledger.members().change(list, Person.of(reader(0)), mode, false);
        assertThat(recipients(list, Correspondents.NOBODY)).containsExactly(reader(1));
    }

    @Test
    void ledgerKeepsThePlainTextAndWhoWantsIt() {
        MailingList list = ledger.listOf(2);
        persons.change(reader(0), new Preferences(null, true, true, false));
        PostId post = ledger.newPost(list);
        Outgoing message = new Outgoing(
                "",
                "",
                Map.of("", bytes("<p>Boats")),
                Map.of("", bytes("Boats")),
                "",
                Instant.now().plusSeconds(60));
        ledger.deliveries().fanOut(list, post, message);
        DeliveryBatch batch = ledger.batches().claim(NODE, 1).get(0);
        StoredMessage stored = ledger.batches().message(batch.delivery()).orElseThrow();
        assertThat(stored.message().variants()).containsOnlyKeys("");
        assertThat(stored.message().textVariants().get("")).isEqualTo(bytes("Boats"));
        Map<Long, Recipient> recipients = ledger.batches().recipients(stored, boxed(batch.recipients()));
        assertThat(recipients.values())
                .extracting(Recipient::email, Recipient::textOnly)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(reader(0), true),
                        org.assertj.core.groups.Tuple.tuple(reader(1), false));
    }

    private void pause(EmailAddress reader, Instant until) {
        persons.change(reader, new Preferences(until, false, true, false));
    }

    private static Correspondents by(EmailAddress author) {
        return new Correspondents(Set.of(author), Set.of());
    }

    private List<EmailAddress> recipients(MailingList list, Correspondents named) {
        ledger.deliveries().fanOut(list, ledger.newPost(list), Readership.ofEachPost(named), personal());
        DeliveryBatch batch = ledger.batches().claim(NODE, 1).get(0);
        StoredMessage stored = ledger.batches().message(batch.delivery()).orElseThrow();
        return ledger.batches().recipients(stored, boxed(batch.recipients())).values().stream()
                .map(Recipient::email)
                .toList();
    }

    private static List<Long> boxed(long[] numbers) {
        return java.util.Arrays.stream(numbers).boxed().toList();
    }

    private static byte[] bytes(String text) {
        return ("Subject: Boats\r\n\r\n" + text + "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
