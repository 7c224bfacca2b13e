package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.mailserver.SubmissionCatcher.Caught;

class StatementJourneyTest {
    @TempDir
    private static Path folder;

    private static Newsroom newsroom;

    @BeforeAll
    static void open() {
        newsroom = new Newsroom(folder);
    }

    @AfterAll
    static void close() {
        newsroom.close();
    }

    @BeforeEach
    void forget() {
        newsroom.mail().forgetAll();
    }

    private static HttpResponse<String> post(String subject, List<String> lists) {
        StringBuilder form = new StringBuilder();
        lists.forEach(list -> field(form, "name=\"list\"", "", list));
        field(form, "name=\"subject\"", "", subject);
        field(form, "name=\"body\"; filename=\"statement.md\"", "text/markdown", "We call for an **end** to fees.");
        field(form, "name=\"attachment\"; filename=\"kilns.pdf\"", "application/pdf", "%PDF-1.7 kilns");
        form.append("--cut--\r\n");
        return newsroom.service()
                .send(newsroom.service()
                        .authorised("/api/statements")
                        .header("Content-Type", "multipart/form-data; boundary=cut")
                        .POST(HttpRequest.BodyPublishers.ofString(form.toString())));
    }

    private static void field(StringBuilder form, String disposition, String type, String value) {
        form.append("--cut\r\nContent-Disposition: form-data; ")
                .append(disposition)
                .append("\r\n");
        form.append(type.isEmpty() ? "" : "Content-Type: " + type + "\r\n");
        form.append("\r\n").append(value).append("\r\n");
    }

    private static String wire(MimeMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void statementGoesToEachListInAnEnvelopeOfItsOwn() throws Exception {
        HttpResponse<String> answer =
                post("Statement on the kilns", List.of("members@lists.example", "mekong-news@lists.example"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"pending\":[]");
        List<Caught> caught = newsroom.mail().caught();
        assertThat(caught).extracting(Caught::to).containsExactly("members@lists.example", "mekong-news@lists.example");
        assertThat(caught.get(0).message().getMessageID())
                .isEqualTo(caught.get(1).message().getMessageID());
        MimeMessage message = caught.get(1).message();
        assertThat(message.getHeader("From")).containsExactly("Mekong news <mekong-news@lists.example>");
        // Readers of both lists get it once; the mail server takes the field out.
        assertThat(caught.get(0).message().getHeader("X-Sampan-Audience")).isNull();
        assertThat(message.getHeader("X-Sampan-Audience")).containsExactly("except=members@lists.example");
        message.removeHeader("X-Sampan-Audience");
        assertThat(wire(message)).doesNotContain("members@lists.example");
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("kilns.pdf");
        MimeMultipart texts = (MimeMultipart) parts.getBodyPart(0).getContent();
        assertThat((String) texts.getBodyPart(0).getContent())
                .startsWith("Statement on the kilns")
                .contains("We call for an end to fees.");
        assertThat((String) texts.getBodyPart(1).getContent()).contains("<strong>end</strong>");
    }

    @Test
    void verySameStatementAgainIsNotSentAgain() {
        post("Statement said twice", List.of("mekong-news@lists.example"));
        HttpResponse<String> again = post("Statement said twice", List.of("mekong-news@lists.example"));

        assertThat(again.statusCode()).isEqualTo(201);
        assertThat(newsroom.mail().caught()).hasSize(1);
    }

    @Test
    void statementWaitsForAMailServerThatIsBusy() {
        newsroom.mail().refuse(451, "4.3.0 Try again later");

        HttpResponse<String> answer = post("Statement in a busy hour", List.of("mekong-news@lists.example"));

        assertThat(answer.statusCode()).isEqualTo(201);
        assertThat(answer.body()).contains("\"pending\":[\"mekong-news@lists.example\"]");
        newsroom.mail().forgetAll();
        newsroom.restart();
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(newsroom.mail().caught()).hasSize(1));
    }

    @Test
    void listThatThereIsNotAndEmptySubjectsAreRefused() {
        assertThat(post("Statement", List.of("nobody@lists.example")).body())
                .contains("\"field\":\"list\"", "there is no list nobody@lists.example");
        assertThat(post(" ", List.of("mekong-news@lists.example")).body()).contains("\"field\":\"subject\"");
        assertThat(post("Statement", List.of()).statusCode()).isEqualTo(400);
        assertThat(newsroom.mail().caught()).isEmpty();
    }
}
