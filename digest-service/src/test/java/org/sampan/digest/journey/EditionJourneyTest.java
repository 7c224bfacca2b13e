package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.edition.Deliveries;
import org.sampan.digest.edition.Delivery;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.production.ApproveEdition;
import org.sampan.digest.production.NoteDispatch;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From two feeds with a story in common to one mail, each step as the secretariat would take it. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EditionJourneyTest {
    private static final String RUNS = "/api/editions/mekong-weekly/runs";
    private static final String PERIOD = "{\"since\":\"2026-11-01\",\"until\":\"2026-11-20\"";

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    private static JsonNode draft(String title) {
        newsroom.put(
                "/api/clippings?name=desk.csv",
                "text/csv",
                "title,link,date,kind,text\n" + title + ",https://desk.example/" + title.hashCode()
                        + ",2026-11-23,statement,What is said here is said once and for all.\n");
        return newsroom.run(RUNS, "{\"since\":\"2026-11-22\",\"draft\":true}").get("result");
    }

    @Test
    @Order(8)
    void draftIsLookedAtTranslatedAndReworded() {
        JsonNode made = draft("Statement on the new fees of brokers");
        String path = "/api/editions/mekong-weekly/" + made.get("number").asInt();
        long clipping = made.at("/sections/0/clippings/0").asLong();

        JsonNode edited = JSON.readTree(newsroom.patch(
                        path,
                        "{\"translations\":{\"th\":{\"introduction\":\"สวัสดี *ทุกคน*\"}},\"words\":{\"" + clipping
                                + "\":{\"text\":\"In short: no fees.\"}}}")
                .body());

        assertThat(edited.at("/translations/th/introduction").asString()).isEqualTo("สวัสดี *ทุกคน*");
        assertThat(edited.at("/words/" + clipping + "/text").asString()).isEqualTo("In short: no fees.");
        assertThat(newsroom.service().get(path + "/preview?language=th").body())
                .contains("<em>ทุกคน</em>", "In short: no fees.");
        assertThat(newsroom.service().get(path + "/preview?as=text").body())
                .contains("In short: no fees.")
                .doesNotContain("ทุกคน");
        assertThat(newsroom.service().get(path + "/preview?language=my").body()).contains("\"field\":\"language\"");
        assertThat(newsroom.patch(path, "{\"words\":{\"99999\":{\"text\":\"x\"}}}")
                        .body())
                .contains("no clipping 99999");
        assertThat(newsroom.patch(path, "{\"colour\":1}").body()).contains("\"field\":\"colour\"");
        assertThat(newsroom.service().get(path + "/delivery").statusCode()).isEqualTo(404);
        newsroom.service().send(newsroom.service().authorised(path).DELETE());
        assertThat(newsroom.service().get(path).statusCode()).isEqualTo(404);
    }

    @Test
    @Order(9)
    void listThatAsksForASecondPersonHoldsTheRunUntilOneApproves() {
        newsroom.rest().when("GET /lists/mekong-news%40lists.example", 200, askingForASecondPerson());
        newsroom.service()
                .bean(Editors.class)
                .add(new Editor(new EmailAddress("mali@riverside.example"), "operator", Instant.EPOCH));
        newsroom.rest().when("GET /people/mali%40riverside.example", 200, thai());
        JsonNode made = draft("Statement on the wages of deck hands");
        String path = "/api/editions/mekong-weekly/" + made.get("number").asInt();
        int sent = newsroom.mail().caught().size();

        JsonNode run = newsroom.run(RUNS, "{\"number\":" + made.get("number").asInt() + "}");

        assertThat(run.get("state").asString()).isEqualTo("waiting");
        assertThat(run.get("message").asString()).contains("second person");
        assertThat(run.at("/lines/1/what").asString()).isEqualTo("waiting");
        newsroom.service().bean(NoteDispatch.class).run();
        assertThat(newsroom.mail().caught()).hasSize(sent + 1);
        assertThat(newsroom.mail().caught().get(sent).to()).isEqualTo("mali@riverside.example");
        assertThat(newsroom.mail().caught().get(sent).text())
                .contains("อีกคนหนึ่งอนุมัติ", "http://news.example/desk/editions/mekong-weekly/");

        JsonNode asked = newsroom.get(path + "/approval");
        assertThat(asked.propertyNames())
                .containsExactlyInAnyOrderElementsOf(JSON.readTree(StandInMailServer.sample("edition-approval"))
                        .propertyNames());
        assertThat(newsroom.post(path + "/approve", "{\"fingerprint\":" + asked.get("fingerprint") + "}")
                        .body())
                .contains("the operator was the last to change");
        assertThat(approve(path, "0000")).isEqualTo(ApproveEdition.Answer.CHANGED);
        assertThat(approve(path, asked.get("fingerprint").asString())).isEqualTo(ApproveEdition.Answer.APPROVED);

        assertThat(newsroom.follow(run.get("run").asLong()).get("state").asString())
                .isEqualTo("done");
        assertThat(newsroom.mail().caught()).hasSize(sent + 2);
    }

    private static ApproveEdition.Answer approve(String path, String seen) {
        EditionId id = new EditionId("mekong-weekly", Integer.parseInt(path.substring(path.lastIndexOf('/') + 1)));
        return newsroom.service()
                .bean(ApproveEdition.class)
                .approve(
                        newsroom.service()
                                .bean(SeriesCatalogue.class)
                                .find("mekong-weekly")
                                .orElseThrow(),
                        newsroom.service().bean(Editions.class).find(id).orElseThrow(),
                        seen,
                        new Actor("mali@riverside.example"));
    }

    private static String askingForASecondPerson() {
        return StandInMailServer.sample("list").replace("\"secondPerson\": \"off\"", "\"secondPerson\": \"on\"");
    }

    private static String thai() {
        return StandInMailServer.sample("person")
                .replace("htun@riverside.example", "mali@riverside.example")
                .replaceFirst("\"language\": *\"[a-z]+\"", "\"language\":\"th\"");
    }

    @Test
    @Order(10)
    void changeTakesTheApprovalAwayAndAWaitingRunIsStopped() {
        JsonNode made = draft("Statement on the schools of the delta");
        String path = "/api/editions/mekong-weekly/" + made.get("number").asInt();
        approve(path, newsroom.get(path + "/approval").get("fingerprint").asString());
        assertThat(newsroom.get(path + "/approval").get("by").asString()).isEqualTo("mali@riverside.example");
        newsroom.patch(path, "{\"title\":\"Schools of the delta\"}");
        assertThat(newsroom.get(path + "/approval").get("by").isNull()).isTrue();

        JsonNode run = newsroom.run(RUNS, "{\"number\":" + made.get("number").asInt() + "}");
        String of = "/api/runs/" + run.get("run").asLong();
        assertThat(run.get("state").asString()).isEqualTo("waiting");
        assertThat(newsroom.post(of + "/stop", "{}").body()).contains("\"state\":\"stopped\"");
        assertThat(newsroom.post(of + "/stop", "{}").statusCode()).isEqualTo(409);
        newsroom.post(of + "/retry", "{}");
        assertThat(newsroom.follow(run.get("run").asLong()).get("state").asString())
                .isEqualTo("waiting");
        newsroom.rest().whenSample("GET /lists/mekong-news%40lists.example", 200, "list");
        newsroom.post(of + "/retry", "{}");
        assertThat(newsroom.follow(run.get("run").asLong()).get("state").asString())
                .isEqualTo("done");
        assertThat(newsroom.post(of + "/retry", "{}").statusCode()).isEqualTo(409);
        assertThat(newsroom.get("/api/runs?limit=1").get("runs").get(0).propertyNames())
                .containsExactlyInAnyOrderElementsOf(JSON.readTree(StandInMailServer.sample("runs"))
                        .get("runs")
                        .get(0)
                        .propertyNames());
    }

    /** The database lets it go on at once, as a quick person may. */
    @Test
    @Order(11)
    void runThatIsLetGoOnInTheMomentItWaitsGoesOn() throws SQLException {
        newsroom.rest().when("GET /lists/mekong-news%40lists.example", 200, askingForASecondPerson());
        JsonNode made = draft("Statement on the lanterns of the delta");
        long run;
        try (Connection connection = newsroom.database();
                Statement database = connection.createStatement()) {
            database.execute("""
                    create function digest.go_on() returns trigger language plpgsql as
                    $$ begin new.state := 'running'; new.ended_at := null; return new; end $$""");
            database.execute("create trigger go_on before update on digest.run for each row"
                    + " when (new.state = 'waiting') execute function digest.go_on()");
            run = JSON.readTree(newsroom.post(RUNS, "{\"number\":" + made.get("number") + "}")
                            .body())
                    .get("run")
                    .asLong();
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> newsroom.get("/api/runs/" + run).get("lines").findValuesAsString("what").stream()
                                    .filter("waiting"::equals)
                                    .count()
                            > 1);
            database.execute("drop trigger go_on on digest.run; drop function digest.go_on()");
        }
        assertThat(newsroom.follow(run).get("state").asString()).isEqualTo("waiting");
        newsroom.rest().whenSample("GET /lists/mekong-news%40lists.example", 200, "list");
        newsroom.post("/api/runs/" + run + "/retry", "{}");
        assertThat(newsroom.follow(run).get("state").asString()).isEqualTo("done");
    }

    @Test
    @Order(11)
    void busyMailServerIsTriedAgainAndARefusalFails() {
        JsonNode made = draft("Statement on the bridges of the delta");
        String number = "{\"number\":" + made.get("number").asInt() + "}";
        newsroom.mail().refuse(451, "4.3.0 Try again later");

        long run = JSON.readTree(newsroom.post(RUNS, number).body()).get("run").asLong();
        JsonNode postponed = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> newsroom.get("/api/runs/" + run),
                        now -> !now.get("againAt").isNull());

        assertThat(postponed.get("state").asString()).isEqualTo("running");
        assertThat(postponed.get("message").asString()).contains("Try again later");
        assertThat(newsroom.post("/api/runs/" + run + "/stop", "{}").body()).contains("\"state\":\"stopped\"");
        newsroom.mail().refuse(554, "5.7.1 Not that");
        JsonNode refused = newsroom.run(RUNS, number);
        assertThat(refused.get("state").asString()).isEqualTo("failed");
        assertThat(refused.get("message").asString()).contains("Not that");
        newsroom.mail().forgetAll();
        newsroom.post("/api/runs/" + run + "/retry", "{}");
        assertThat(newsroom.follow(run).get("state").asString()).isEqualTo("done");
        assertThat(newsroom.mail().caught()).hasSize(1);
    }

    @Test
    @Order(12)
    void wayToTheReadersIsToldAsTheContractSays() {
        Delivery known = new Delivery(
                "b7n4qk2zr5tx6wpa3mde",
                "waiting",
                new Delivery.Figures(54, 0, 0, 0, 54, 0),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty());
        newsroom.service().bean(Deliveries.class).keep(new EditionId("mekong-weekly", 1), known);
        newsroom.rest()
                .whenSample(
                        "GET /lists/mekong-news%40lists.example/posts/b7n4qk2zr5tx6wpa3mde/delivery",
                        200, "delivery-waiting");

        JsonNode told = newsroom.get("/api/editions/mekong-weekly/1/delivery");

        assertThat(told.propertyNames())
                .containsExactlyInAnyOrderElementsOf(JSON.readTree(StandInMailServer.sample("edition-delivery"))
                        .propertyNames());
        assertThat(told.get("nextDueAt").asString()).isEqualTo("2026-11-23T00:30:00Z");
        assertThat(told.get("nextDueIn").asString()).isEqualTo("Asia/Bangkok");
    }

    @Test
    @Order(13)
    void whatIsTakenDownLeavesATraceOnThePageAndNoWords() {
        JsonNode edition = newsroom.get("/api/editions/mekong-weekly/1");
        long clipping = edition.at("/sections/0/clippings/0").asLong();
        String title =
                newsroom.get("/api/clippings/" + clipping).at("/clipping/title").asString();
        long dry =
                newsroom.run(RUNS, "{\"number\":1,\"dryRun\":true}").get("run").asLong();
        assertThat(newsroom.get("/api/runs/" + dry).at("/result/text").asString())
                .contains(title);

        newsroom.post("/api/clippings/" + clipping + "/takedown", "{\"reason\":\"She asked us to.\"}");

        assertThat(newsroom.get("/api/runs/" + dry).toString()).doesNotContain(title);
        assertThat(newsroom.service().get("/news/mekong-weekly/1?lang=th").body())
                .contains("รายการหนึ่งถูกถอดออกจากฉบับนี้เมื่อ")
                .doesNotContain(title);
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
