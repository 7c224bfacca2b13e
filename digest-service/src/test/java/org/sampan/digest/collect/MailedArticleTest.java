package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailedArticleTest {
    private static List<MailedArticle> in(String file) throws IOException {
        try (InputStream mail = MailedArticleTest.class.getResourceAsStream(file)) {
            return MailedArticle.in(Objects.requireNonNull(mail).readAllBytes());
        }
    }

    private static MailedArticle typed(String text) {
        return MailedArticle.in(("Subject: Look\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text)
                        .getBytes(StandardCharsets.UTF_8))
                .get(0);
    }

    @Test
    void forwardedMailIsTheArticleBelowTheLine() throws Exception {
        MailedArticle article = in("forwarded.eml").get(0);

        assertThat(article.title()).isEqualTo("Deckhands get their papers back");
        assertThat(article.author()).contains("Delta Courier newsdesk");
        assertThat(article.sentAt()).contains(Instant.parse("2026-11-12T12:00:00Z"));
        assertThat(article.html())
                .isEqualTo(
                        "<p>Forty-one deckhands on the ferries of Chiang Lek have been handed back the passports that the"
                                + " owners had kept.</p><p>The papers lay in a drawer of the ticket office.</p>");
        assertThat(article.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("deckhands.pdf");
            assertThat(file.contentType()).isEqualTo("application/pdf");
            assertThat(file.bytes()).asString(StandardCharsets.US_ASCII).startsWith("%PDF");
        });
    }

    @Test
    void eachAttachedMailIsAnArticle() throws Exception {
        List<MailedArticle> articles = in("attached.eml");

        assertThat(articles).hasSize(2);
        assertThat(articles.get(0).title()).isEqualTo("ค่าจ้างค้างจ่าย");
        assertThat(articles.get(0).author()).contains("Malee Srisuk");
        assertThat(articles.get(0).sentAt()).contains(Instant.parse("2026-11-20T03:00:00Z"));
        assertThat(articles.get(1).html()).isEqualTo("<p>It rains.</p>");
        assertThat(articles.get(1).author()).isEmpty();
    }

    @Test
    void mailThatIsOnlyAnAddressMeansThePage() {
        assertThat(typed(
                                "Worth it!\r\nhttps://courier.example/7?utm_source=x.\r\n-- \r\nAlice\r\nhttps://harbour.example")
                        .onlyLink())
                .contains(URI.create("https://courier.example/7"));
        assertThat(typed("https://a.example/1 and https://b.example/2").onlyLink())
                .isEmpty();
        assertThat(typed("word ".repeat(60) + "https://a.example/1").onlyLink()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsKeptAsTheMailItIs() {
        byte[] broken =
                "Content-Type: multipart/mixed; boundary=x\r\n\r\nno boundary here".getBytes(StandardCharsets.UTF_8);

        assertThat(MailedArticle.in(broken))
                .singleElement()
                .satisfies(article -> assertThat(
                                article.files().isEmpty()
                                        ? article.html().getBytes(StandardCharsets.UTF_8)
                                        : article.files().get(0).bytes())
                        .isNotEmpty());
    }

    /** What looks at it in a way that takes time by its square would sit here until the time is up. */
    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "\n ", "> ", "-- \n", "https://a.example/.", "fwd: "})
    @Timeout(60)
    void mailOfOneThingRepeatedIsRead(String piece) {
        String many = "x" + piece.repeat(1_000_000 / piece.length()) + "x";
        assertThat(typed(many).title()).isEqualTo("Look");
        byte[] titled = ("Subject: " + "fwd: ".repeat(1_600) + "\r\n\r\nhello").getBytes(StandardCharsets.UTF_8);
        assertThat(MailedArticle.in(titled)).hasSize(1);
    }
}
