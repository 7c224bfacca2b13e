package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.fixture.Newsroom;
import tools.jackson.databind.JsonNode;

/** From two feeds with a story in common to one mail, each step as the secretariat would take it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EditionJourneyTest {
    private static final String RUNS = "/api/editions/mekong-weekly/runs";
    private static final String PERIOD = "{\"since\":\"2026-11-01\",\"until\":\"2026-11-20\"";

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

    @Test
    @Order(1)
    void twoFeedsWithADuplicateBecomeFourClippings() {
        newsroom.addSources(List.of(
                newsroom.feed(getClass(), "harbour.rss"),
                newsroom.feed(getClass(), "riverside.atom"),
                newsroom.feed(getClass(), "bomb.rss"),
                "http://127.0.0.1:1/feed"));

        JsonNode result = newsroom.run("/api/sources/collect", "{}").get("result");

        assertThat(result.get("sources").asInt()).isEqualTo(4);
        assertThat(result.get("items").asInt()).isEqualTo(5);
        assertThat(result.get("new").asInt()).isEqualTo(4);
        assertThat(result.get("merged").asInt()).isEqualTo(1);
        assertThat(result.get("failed")).hasSize(2);
        JsonNode sources = newsroom.get("/api/sources").get("sources");
        assertThat(sources.get(0).get("state").asString()).isEqualTo("ok");
        assertThat(sources.get(2).get("lastProblem").asString()).startsWith("is no feed that can be read");
        assertThat(sources.get(3).get("state").asString()).isEqualTo("ailing");
    }

    @Test
    @Order(2)
    void collectingAgainChangesNothing() {
        JsonNode result = newsroom.run("/api/sources/collect", "{}").get("result");

        assertThat(result.get("new").asInt()).isZero();
        assertThat(result.get("merged").asInt()).isZero();
        assertThat(result.get("unchanged").asInt()).isEqualTo(5);
        assertThat(newsroom.get("/api/clippings").get("clippings")).hasSize(4);
    }

    @Test
    @Order(3)
    void dryRunShowsTheEditionAndSendsNothing() {
        JsonNode run = newsroom.run(RUNS, PERIOD + ",\"dryRun\":true}");

        assertThat(run.get("state").asString()).isEqualTo("done");
        assertThat(run.get("result").get("text").asString())
                .contains("Ferry workers on the lower river win a day of rest", "The Delta Courier");
        assertThat(run.get("result").get("html").asString()).startsWith("<!doctype html>");
        assertThat(newsroom.get("/api/editions").get("editions")).isEmpty();
        assertThat(newsroom.mail().caught()).isEmpty();
    }

    @Test
    @Order(4)
    void draftWaitsForTheDeskWhichOmitsAndIntroduces() {
        JsonNode draft = newsroom.run(RUNS, PERIOD + ",\"draft\":true}");
        assertThat(draft.get("result").get("state").asString()).isEqualTo("rendered");
        assertThat(draft.get("result").get("items").asInt()).isEqualTo(4);
        assertThat(newsroom.mail().caught()).isEmpty();

        long statement = section(draft.get("result"), "statement")
                .get("clippings")
                .get(0)
                .asLong();
        long news = section(draft.get("result"), "news-clipping")
                .get("clippings")
                .get(0)
                .asLong();
        var edited = newsroom.patch(
                "/api/editions/mekong-weekly/1",
                "{\"introduction\":\"A **good** week.\",\"sections\":[{\"kind\":\"news-clipping\",\"items\":[" + news
                        + "]},{\"kind\":\"statement\",\"items\":[" + statement + "]}]}");

        assertThat(edited.statusCode()).isEqualTo(200);
        assertThat(newsroom.get("/api/editions/mekong-weekly/1").get("items").asInt())
                .isEqualTo(2);
    }

    @Test
    @Order(5)
    void samePeriodAgainSendsTheDraftAsItWasEdited() throws Exception {
        JsonNode run = newsroom.run(RUNS, PERIOD + "}");

        assertThat(run.get("state").asString()).isEqualTo("done");
        assertThat(run.get("result").get("state").asString()).isEqualTo("published");
        assertThat(newsroom.mail().caught()).singleElement().satisfies(caught -> {
            assertThat(caught.from()).isEqualTo("digest-service@lists.example");
            assertThat(caught.to()).isEqualTo("mekong-news@lists.example");
        });
        MimeMessage message = newsroom.mail().caught().get(0).message();
        assertThat(message.getMessageID()).isEqualTo("<edition.mekong-weekly.1@lists.example>");
        assertThat(message.getHeader("From")).containsExactly("Mekong news <mekong-news@lists.example>");
        assertThat(message.getContentType()).startsWith("multipart/multilingual");
        MimeMultipart languages = (MimeMultipart) message.getContent();
        assertThat(languages.getCount()).isEqualTo(3);
        MimeMessage thai = (MimeMessage) languages.getBodyPart(2).getContent();
        String text =
                (String) ((MimeMultipart) thai.getContent()).getBodyPart(0).getContent();
        assertThat(text)
                .contains("A good week.", "แถลงการณ์", "The Delta Courier")
                .doesNotContain("night clinic");
    }

    @Test
    @Order(6)
    void sameNumberOrPeriodAgainSendsNothing() {
        assertThat(newsroom.run(RUNS, PERIOD + "}").get("state").asString()).isEqualTo("done");
        assertThat(newsroom.run(RUNS, "{\"number\":1}").get("state").asString()).isEqualTo("done");

        assertThat(newsroom.mail().caught()).hasSize(1);
        assertThat(newsroom.patch("/api/editions/mekong-weekly/1", "{\"title\":\"Too late\"}")
                        .body())
                .contains("is sent", "\"field\":\"state\"");
    }

    @Test
    @Order(7)
    void whatTheDeskLeftOutGoesIntoTheNextAndAnEmptyOneIsSkipped() {
        JsonNode next = newsroom.run(RUNS, "{\"since\":\"2026-11-01\",\"until\":\"2026-11-21\"}");
        assertThat(next.get("result").get("number").asInt()).isEqualTo(2);
        assertThat(next.get("result").get("items").asInt()).isEqualTo(2);

        JsonNode empty = newsroom.run(RUNS, "{\"since\":\"2020-01-01\",\"until\":\"2020-02-01\"}");
        assertThat(empty.get("state").asString()).isEqualTo("skipped");
        assertThat(empty.get("message").asString()).startsWith("no clipping of Mekong weekly");
        assertThat(empty.get("result").has("number")).isFalse();
        assertThat(newsroom.mail().caught()).hasSize(2);
    }

    private static JsonNode section(JsonNode edition, String kind) {
        for (JsonNode section : edition.get("sections")) {
            if (section.get("kind").asString().equals(kind)) {
                return section;
            }
        }
        throw new AssertionError("no section " + kind + " in " + edition);
    }
}
