package org.sampan.mailserver.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.report.Report.Complaint;
import org.sampan.mailserver.report.Report.Failed;
import org.sampan.mailserver.report.Report.FailedRecipient;
import org.sampan.mailserver.report.Report.Nothing;

/** Every kind of mail that comes back, one fixture each: {@code report/expected.csv} says what it is. */
class ReportReaderTest {
    private static final ReportReader READER = new ReportReader();
    private static final Path FIXTURES = Path.of("src/test/resources/report");

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/report/expected.csv", numLinesToSkip = 1, emptyValue = "", nullValues = "-")
    void everyFixtureIsReadAsWhatItIs(String file, String outcome, String recipient, String format) {
        Report report = read(file);
        assertThat(outcome(report)).isEqualTo(outcome);
        assertThat(recipient(report)).isEqualTo(recipient == null ? "" : recipient);
        assertThat(report instanceof Failed failed ? failed.format() : "").isEqualTo(format == null ? "" : format);
    }

    @Test
    void everyFixtureIsExpectedAndEveryFormatHasOne() throws IOException {
        List<String[]> expected = Files.readAllLines(FIXTURES.resolve("expected.csv")).stream()
                .skip(1)
                .map(it -> it.split(",", -1))
                .toList();
        try (Stream<Path> files = Files.list(FIXTURES)) {
            assertThat(files.map(it -> it.getFileName().toString()).filter(it -> it.endsWith(".eml")))
                    .containsExactlyInAnyOrderElementsOf(
                            expected.stream().map(it -> it[0] + ".eml").toList());
        }
        Set<String> tried = expected.stream().map(it -> it[3]).collect(Collectors.toSet());
        assertThat(RuleTable.shipped().formats())
                .filteredOn(it -> it.means() == RuleTable.Means.FAILED)
                .extracting(RuleTable.Format::name)
                .isSubsetOf(tried);
    }

    @Test
    void wordsAndServerAreKept() {
        assertThat(failure("postfix-unknown-user"))
                .isEqualTo(new Failure(
                        FailureKind.HARD,
                        "5.1.1",
                        "550 5.1.1 <alice@harbour.example>: Recipient address rejected: User unknown in virtual mailbox table",
                        "mail.harbour.example"));
        assertThat(failure("exim-text").words()).isEqualTo("550 No such user here");
        assertThat(failure("gmail-unknown-user").server()).isEqualTo("gmail-smtp-in.l.google.example.");
    }

    @Test
    void complaintCarriesWhatIsComplainedAbout() {
        Complaint complaint = (Complaint) read("complaint-yahoo");
        assertThat(complaint.original().value("List-Unsubscribe")).isEqualTo("<https://lists.example/leave/token>");
        assertThat(complaint.envelopeSender()).contains(new EmailAddress("members-bounces+1-2-3@lists.example"));
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 unknown user, HARD",
        "550 no such user, HARD",
        "550 refused, HARD",
        "550 5.4.1 Recipient address rejected: Access denied, HARD",
        "554 5.7.1 spam, SPAM",
        "554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using zen.spamhaus.example, POLICY",
        "550 5.7.1 Message rejected due to local policy, POLICY",
        "452 4.2.2 mailbox full, FULL",
        "552 5.2.2 over quota, FULL",
        "552 5.3.4 message too big, CONTENT",
        "550 5.4.6 mail loop, SOFT",
        "550 5.1.8 bad sender domain, POLICY",
        "450 4.2.0 greylisted, POLICY",
        "451 4.3.0 try again later, SOFT",
        "421 closing, SOFT"
    })
    void refusalsInTheSessionAreUnderstood(String reply, FailureKind kind) {
        assertThat(READER.readReply(reply).kind()).isEqualTo(kind);
    }

    /** Groups without end and lines without end; a rule that loops would hang here. */
    @Test
    void hostileMailIsReadToo() {
        String head = "From: MAILER-DAEMON@x.example\nSubject: failure\nX-Failed-Recipients: x\n\n";
        for (String piece : List.of("a", "\n", " \n", "<a@b.example>:\n", "----- ", "550 ", "收件人 ", "(", "a@", "<p>")) {
            for (String begin : List.of(
                    "", "Hi. This is the qmail-send program\n", "----- Transcript of session follows -----\n")) {
                byte[] mail = (head + begin + piece.repeat(30_000)).getBytes(StandardCharsets.UTF_8);
                assertThat(READER.read(Message.parse(mail), true)).isNotNull();
            }
        }
    }

    private static Report read(String file) {
        boolean nullSender = !file.equals("person-answers");
        return READER.read(Message.parse(TestPosts.file("/report/" + file + ".eml")), nullSender);
    }

    private static Failure failure(String file) {
        return ((Failed) read(file)).recipients().get(0).failure();
    }

    private static String outcome(Report report) {
        return switch (kind(report)) {
            case "Failed" ->
                ((Failed) report).recipients().get(0).failure().kind().name();
            case "Nothing" -> ((Nothing) report).reason().name();
            default -> kind(report).toUpperCase(java.util.Locale.ROOT);
        };
    }

    private static String kind(Report report) {
        return report.getClass().getSimpleName();
    }

    private static String recipient(Report report) {
        if (report instanceof Failed failed) {
            return failed.recipients().stream()
                    .map(FailedRecipient::address)
                    .map(it -> it.map(EmailAddress::written).orElse(""))
                    .collect(Collectors.joining(" "));
        }
        return report instanceof Complaint complaint
                ? complaint.recipient().map(EmailAddress::written).orElse("")
                : "";
    }
}
