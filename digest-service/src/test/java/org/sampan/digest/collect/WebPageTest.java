package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.source.Validators;

class WebPageTest {
    private static final URI URL = URI.create("https://courier.example/2026/deckhands?fbclid=1");

    private static WebPage page(String html, Charset charset, String type) throws FeedProblem {
        return WebPage.read(URL, new Fetched.Body(html.getBytes(charset), Optional.of(type), Validators.NONE));
    }

    private static String article() throws IOException {
        try (InputStream in = WebPageTest.class.getResourceAsStream("article.html")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void articleIsToldFromTheFurnitureAroundIt() throws Exception {
        WebPage page = page(article(), StandardCharsets.UTF_8, "text/html");
        FeedItem item = page.item();

        assertThat(item.title()).isEqualTo("Deckhands get their papers back");
        assertThat(item.link()).contains("https://courier.example/2026/deckhands");
        assertThat(item.authors()).containsExactly("Malee Srisuk");
        assertThat(item.outlet()).contains("The Delta Courier");
        assertThat(item.publishedAt()).contains(Instant.parse("2026-11-12T01:15:00Z"));
        assertThat(item.html())
                .contains("Forty-one deckhands", "pocket of his shirt")
                .doesNotContain("cookies", "Weather", "Rain again");
        assertThat(page.language()).contains(Locale.ENGLISH);
    }

    @Test
    void pageWithoutLinkedDataSpeaksByItsMetaTags() throws Exception {
        String plain = article()
                .replaceAll(
                        "(?s)<script.*?</script>",
                        "<meta name=author content='By Htun Oo'><meta"
                                + " property='article:published_time' content='2026-11-11'>")
                .replace("rel=\"canonical\" href=\"https://courier", "rel=\"canonical\" href=\"https://elsewhere");

        FeedItem item = page(plain, StandardCharsets.UTF_8, "text/html").item();

        assertThat(item.authors()).containsExactly("Htun Oo");
        assertThat(item.publishedAt()).contains(Instant.parse("2026-11-11T12:00:00Z"));
        assertThat(item.link()).contains("https://courier.example/2026/deckhands");
    }

    @Test
    void charsetOfTheServerIsBelieved() throws Exception {
        Charset thai = Charset.forName("TIS-620");
        String html =
                article().replace("<meta charset=\"utf-8\">", "").replace("Forty-one deckhands", "ลูกเรือสี่สิบเอ็ดคน");

        assertThat(page(html, thai, "text/html; charset=TIS-620").item().html()).contains("ลูกเรือสี่สิบเอ็ดคน");
    }

    @Test
    void pageWithoutAnArticleIsRefusedWithAdvice() {
        assertThatThrownBy(
                        () -> page("<html><body><div id=app></div></body></html>", StandardCharsets.UTF_8, "text/html")
                                .item())
                .isInstanceOf(FeedProblem.class)
                .hasMessageContaining("paste the text instead");
        assertThatThrownBy(() -> page("%PDF", StandardCharsets.UTF_8, "application/pdf"))
                .isInstanceOf(FeedProblem.class)
                .hasMessageContaining("application/pdf");
    }

    /** Each took more than 256 MB, or minutes, when it was 8 MB. */
    @ParameterizedTest
    @ValueSource(strings = {"<p>", "<div>", "<a><b>x", "<table>x", "<i a b c d>", "<font color=red><p>x", "<!---->"})
    void pageOfMoreElementsThanAnyArticleHasIsRefusedBeforeATreeIsMadeOfIt(String again) {
        String page = "<html><body>" + again.repeat(12_001);

        assertThatThrownBy(() -> page(page, StandardCharsets.UTF_8, "text/html"))
                .hasMessageContaining("more than 12000 elements, too large to look for an article in; paste the text");
    }

    @Test
    void pageThatIsLargerThanAnyArticleIsRefused() {
        String page = "<html><body><p>" + "Ferry crews met. ".repeat(130_000);

        assertThatThrownBy(() -> page(page, StandardCharsets.UTF_8, "text/html"))
                .hasMessageContaining("is larger than 2 MB, too large to look for an article in; paste the text");
    }

    @Test
    void articleBeneathHundredsOfOpenElementsIsFoundAllTheSame() throws Exception {
        String deep = article().replace("<body>", "<body>" + "<div>".repeat(3_000));

        assertThat(page(deep, StandardCharsets.UTF_8, "text/html").item().html())
                .contains("Forty-one deckhands", "pocket of his shirt");
    }
}
