package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.TestPosts;

/** What accounts send: to every list, and to persons. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SubmissionJourneyTest {
    private static final String NEWS = "submitted-news@lists.example";
    private static final String PRIVATE = "submitted-private@lists.example";
    private static final String ACCOUNT = "digest-service@lists.example";

    private final RunningServer server;

    SubmissionJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void twoListsWithReadersOfManyLanguages() {
        list(NEWS, "public", "secretariat");
        list(PRIVATE, "private", "members");
        for (String language : List.of("", "th", "vi", "km")) {
            member(NEWS, "reader-" + language + "@submission.example", language);
        }
        member(PRIVATE, "member@submission.example", "en");
    }

    @Test
    void oneMailToTwoListsIsAPostOfEach() {
        String reply = submit(List.of(NEWS, PRIVATE), mail("statement.1", "to two lists"));
        assertThat(reply).startsWith("250");
        awaitMail("reader-th@submission.example", "to two lists");
        awaitMail("member@submission.example", "to two lists");
        assertThat(awaitArchived(NEWS, "<statement.1@lists.example>"))
                .isNotEqualTo(awaitArchived(PRIVATE, "<statement.1@lists.example>"));
    }

    @Test
    void sameMessageIdIsTakenOnce() {
        String edition = mail("edition.mekong-weekly.12", "edition 12");
        assertThat(submit(List.of(NEWS), edition)).startsWith("250");
        awaitMail("reader-th@submission.example", "edition 12");
        assertThat(submit(List.of(NEWS), edition.replace("edition 12", "edition 12 again")))
                .startsWith("250");
        submit(List.of(NEWS), mail("edition.mekong-weekly.13", "edition 13"));
        awaitMail("reader-th@submission.example", "edition 13");
        assertThat(subjects("reader-th@submission.example")).doesNotContain("edition 12 again");
        assertThat(subjects("reader-th@submission.example")).containsOnlyOnce("edition 12");
    }

    @Test
    void eachReaderGetsTheirLanguage() {
        String statement = new String(TestPosts.file("/transform/multilingual.eml"), StandardCharsets.UTF_8);
        assertThat(submit(List.of(NEWS), statement)).startsWith("250");
        assertThat(awaitMail("reader-vi@submission.example", "=?UTF-8?Q?Tuy=C3=AAn_b=E1=BB=91?=")
                        .text())
                .contains("R=E1=BB=9Di danh s=C3=A1ch");
        assertThat(awaitMail("reader-km@submission.example", "Statement on fishing")
                        .text())
                .contains("We ask for safe boats.");
        assertThat(server.sink().mailsTo("reader-th@submission.example"))
                .anyMatch(it -> it.text().contains("=E0=B9=80=E0=B8=A3=E0=B8=B2"));
    }

    @Test
    void mailToAPersonGoesThereAsItIs() {
        String link = mail("sign-in.1", "Your link").replace("To: list", "To: alice@submission.example");
        assertThat(submit(List.of("alice@submission.example"), link)).startsWith("250");
        MailSink.Mail mail = awaitMail("alice@submission.example", "Your link");
        assertThat(mail.sender()).isEmpty();
        assertThat(mail.header("List-Id")).isEmpty();
        assertThat(mail.text()).endsWith(link.substring(link.indexOf("From:")).replace("\n", "\r\n"));
    }

    @Test
    void digestAddressIsForTheDigestServiceOnly() {
        String digest = NEWS.replace("@", "-digest@");
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.mail("alice@submission.example", List.of(digest), mail("digest.1", "digest")))
                    .startsWith("550 5.7.1");
        }
    }

    @Test
    void archiveHasThePostAsReceivedAndAsSent() throws IOException {
        submit(List.of(NEWS), mail("archived.1", "archived"));
        String id = awaitArchived(NEWS, "<archived.1@lists.example>");
        String post = "/lists/" + encoded(NEWS) + "/posts/" + id;
        assertThat(server.rest().get(post).json().get("permalink").asText())
                .isEqualTo("http://localhost:8080/lists/submitted-news/posts/" + id);
        assertThat(server.rest().get(post + "/raw").text())
                .doesNotContain("List-Id")
                .contains("Subject: archived");
        RestClient.Answer sent = server.rest().get(post + "/raw?as=sent");
        assertThat(sent.contentType()).isEqualTo("message/rfc822");
        assertThat(sent.text()).contains("List-Id: Listed", "http://localhost:8080/leave/yours");
        assertThat(server.rest().get(post + "/raw?as=guess").status()).isEqualTo(400);
        assertThat(server.rest()
                        .get("/lists/" + encoded(NEWS) + "/posts?since=yesterday")
                        .json()
                        .get("field")
                        .asText())
                .isEqualTo("since");
    }

    private void list(String address, String visibility, String posting) {
        server.rest().post("/lists", """
                {"address":"%s","name":"Listed","description":"","visibility":"%s","joining":"closed",
                 "posting":"%s","subjectTag":"","language":"en"}""".formatted(address, visibility, posting));
    }

    private void member(String list, String email, String language) {
        server.rest()
                .post(
                        "/lists/" + encoded(list) + "/members",
                        "{\"email\":\"%s\",\"language\":\"%s\"}".formatted(email, language));
    }

    private static String mail(String id, String subject) {
        return """
                From: Digest service <%s>
                To: list
                Subject: %s
                Message-ID: <%s@lists.example>
                Date: Sun, 22 Nov 2026 08:00:00 +0700

                The text.
                """.formatted(ACCOUNT, subject, id);
    }

    private String submit(List<String> recipients, String message) {
        try (SmtpDialogue submission = server.submission()) {
            assertThat(submission.authenticate(ACCOUNT, RunningServer.DIGEST_SERVICE_PASSWORD))
                    .startsWith("235");
            return submission.mail(ACCOUNT, recipients, message);
        }
    }

    private MailSink.Mail awaitMail(String recipient, String subject) {
        return server.sink()
                .awaitMails(
                        1,
                        it -> it.recipients().contains(recipient)
                                && it.header("Subject").equals(subject))
                .get(0);
    }

    private List<String> subjects(String recipient) {
        return server.sink().mailsTo(recipient).stream()
                .map(it -> it.header("Subject"))
                .toList();
    }

    private String awaitArchived(String list, String messageId) {
        String id = PostId.of(ListAddress.of(list), messageId).text();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> server.rest()
                                .get("/lists/" + encoded(list) + "/posts/" + id)
                                .status()
                        == 200);
        return id;
    }
}
