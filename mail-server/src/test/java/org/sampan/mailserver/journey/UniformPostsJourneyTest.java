package org.sampan.mailserver.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.sampan.mailserver.journey.RestClient.encoded;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.post.TestPosts;

/** Posts of a list whose owners gave up personal copies, but for every third. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class UniformPostsJourneyTest {
    private static final String LIST = "crowd@lists.example";
    private static final List<String> READERS = IntStream.range(0, 120)
            .mapToObj(i -> "reader" + i + "@crowd" + i % 7 + ".example")
            .toList();

    private final RunningServer server;

    UniformPostsJourneyTest(RunningServer server) {
        this.server = server;
    }

    @BeforeAll
    void crowdIsOnTheList() {
        server.rest().post("/lists", """
                {"address":"%s","name":"Crowd","joining":"closed","posting":"members","language":"en",
                 "personalised":false,"personalEvery":3}""".formatted(LIST));
        for (String email : READERS) {
            String language = email.contains("@crowd1") ? ",\"language\":\"th\"" : "";
            server.rest().post("/lists/" + encoded(LIST) + "/members", "{\"email\":\"" + email + "\"" + language + "}");
        }
    }

    @Test
    void manyReadersShareATransactionButForEveryThirdPost() {
        for (String subject : List.of("first", "second")) {
            List<MailSink.Mail> sent = post(subject, "Content-Type: text/plain", "Six o'clock.");
            assertThat(sent.size()).isLessThan(30);
            assertThat(sent).allMatch(it -> it.sender().equals("crowd-bounces@lists.example"));
            assertThat(sent.stream().map(MailSink.Mail::text).distinct()).hasSize(1);
            assertThat(sent.get(0).header("List-Unsubscribe")).isEqualTo("<mailto:crowd-leave@lists.example>");
        }
        List<MailSink.Mail> personal = post("third", "Content-Type: text/plain", "Six o'clock.");
        assertThat(personal.stream().map(MailSink.Mail::sender).distinct()).hasSize(120);
        assertThat(personal).allMatch(it -> it.header("List-Unsubscribe-Post").equals("List-Unsubscribe=One-Click"));

        // The plain address is believed about posts that had no better one, and about readers of the list.
        bounce("third", READERS.get(8));
        bounce("unheard-of", READERS.get(8));
        bounce("second", "nobody@crowd1.example");
        bounce("second", READERS.get(9));
        await().atMost(Duration.ofSeconds(30)).until(() -> score(READERS.get(9)) > 0);
        assertThat(score(READERS.get(8))).isZero();

        List<MailSink.Mail> inTwoLanguages =
                post("fourth", "Content-Type: multipart/multilingual; boundary=b", multilingual());
        assertThat(inTwoLanguages.size()).isLessThan(40);
        for (MailSink.Mail mail : inTwoLanguages) {
            assertThat(mail.recipients())
                    .allMatch(it -> it.contains("@crowd1") == mail.text().contains("Hok mong"));
        }
    }

    /** A real report, of this post and this reader. */
    private void bounce(String subject, String reader) {
        String report = new String(TestPosts.file("/report/postfix-unknown-user.eml"), StandardCharsets.UTF_8)
                .replace("alice@harbour.example", reader)
                .replace("<monday@riverside.example>", "<" + subject + "@crowd.example>");
        try (SmtpDialogue smtp = server.smtp()) {
            assertThat(smtp.mail("", List.of("crowd-bounces@lists.example"), report))
                    .startsWith("250");
        }
    }

    private double score(String reader) {
        return server.rest()
                .get("/people/" + encoded(reader))
                .json()
                .at("/bounces/score")
                .asDouble();
    }

    /** All transactions of the post, when everybody has it. */
    private List<MailSink.Mail> post(String subject, String contentType, String text) {
        try (SmtpDialogue smtp = server.smtp()) {
            String reply = smtp.mail(READERS.get(0), List.of(LIST), """
                    From: <%s>
                    To: %s
                    Subject: %s
                    Message-ID: <%s@crowd.example>
                    MIME-Version: 1.0
                    Date: Sun, 22 Nov 2026 08:00:00 +0700
                    %s

                    %s""".formatted(
                            READERS.get(0), LIST, subject, subject, contentType, text));
            assertThat(reply).startsWith("250");
        }
        await().atMost(Duration.ofSeconds(60)).until(() -> readersOf(subject).containsAll(READERS));
        return server.sink().awaitMails(1, it -> isOf(it, subject));
    }

    private Set<String> readersOf(String subject) {
        return server.sink().awaitMails(1, it -> isOf(it, subject)).stream()
                .flatMap(it -> it.recipients().stream())
                .collect(Collectors.toSet());
    }

    private static boolean isOf(MailSink.Mail mail, String subject) {
        return new String(mail.raw(), StandardCharsets.UTF_8).contains("<" + subject + "@crowd.example>");
    }

    private static String multilingual() {
        return """
                --b
                Content-Type: text/plain

                This message is in two languages.
                --b
                Content-Language: en
                Content-Type: message/rfc822

                Subject: fourth
                Content-Type: text/plain

                Six o'clock.
                --b
                Content-Language: th
                Content-Type: message/rfc822

                Subject: fourth
                Content-Type: text/plain

                Hok mong.
                --b--
                """;
    }
}
