package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.collect.CollectMail;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.Statements;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The digest service's half of the contract, field by field. */
class ApiTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final String BOMB =
            "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                    + "<rss><channel><item><title>&a;</title></item></channel></rss>";

    @TempDir
    private static Path folder;

    private static Newsroom newsroom;

    @BeforeAll
    static void open() {
        newsroom = new Newsroom(folder);
        newsroom.addSources(List.of(newsroom.feed(ApiTest.class, "riverside.atom")));
        newsroom.run("/api/sources/collect", "{}");
    }

    @AfterAll
    static void close() {
        newsroom.close();
    }

    private static List<String> fields(JsonNode node) {
        return node.propertyNames().stream().sorted().toList();
    }

    private static JsonNode sample(String name) {
        return JSON.readTree(StandInMailServer.sample(name));
    }

    private static long clipping() {
        return newsroom.get("/api/clippings").get("clippings").get(0).get("id").asLong();
    }

    private static void assertRefused(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }

    @Test
    void answersHaveTheFieldsOfTheContract() {
        assertThat(fields(newsroom.get("/api/sources").get("sources").get(0)))
                .isEqualTo(fields(sample("sources").get("sources").get(0)));
        newsroom.post("/api/editors", "{\"email\":\"alice@harbour.example\"}");
        assertThat(fields(newsroom.get("/api/editors").get("editors").get(0)))
                .isEqualTo(fields(sample("editors").get("editors").get(0)));
        assertThat(fields(newsroom.get("/api/clippings").get("clippings").get(0)))
                .isEqualTo(fields(sample("clippings").get("clippings").get(0)));
        assertThat(fields(newsroom.get("/api/clippings/counts?kind=statement")))
                .isEqualTo(fields(sample("clippings-counts")));
        assertThat(newsroom.get("/api/clippings?state=omitted&q=nothing").get("clippings"))
                .isEmpty();
        assertThat(newsroom.service().get("/api/clippings?kind=gossip").body()).contains("gossip");
        JsonNode run = newsroom.run("/api/sources/collect", "{}");
        assertThat(fields(run)).isEqualTo(fields(sample("run-collect")));
        assertThat(fields(run.get("result")))
                .isEqualTo(fields(sample("run-collect").get("result")));
        newsroom.run("/api/editions/mekong-weekly/runs", "{\"since\":\"2026-11-01\",\"until\":\"2026-11-21\"}");
        JsonNode edition = newsroom.get("/api/editions").get("editions").get(0);
        assertThat(fields(edition)).isEqualTo(fields(sample("edition")));
        assertThat(edition.get("messageId").asString())
                .isEqualTo("<edition.mekong-weekly." + edition.get("number").asInt() + "@lists.example>");
    }

    @Test
    void statementIsToldWithTheFieldsOfTheContract() {
        Content content = Content.blank(Locale.ENGLISH)
                .withFiles(List.of(new StatementFile("a.pdf", "application/pdf", Optional.empty(), 1, "0".repeat(64))))
                .withDestinations(List.of(Destination.whole(new ListAddress("members@lists.example"))));
        newsroom.service()
                .bean(Statements.class)
                .add(content, Optional.empty(), "alice@harbour.example", Instant.EPOCH);
        JsonNode told =
                newsroom.get("/api/statements?limit=1").get("statements").get(0);
        JsonNode sample = sample("statement");
        assertThat(fields(told)).isEqualTo(fields(sample));
        for (String part :
                List.of("/versions/0", "/versions/0/languages/0", "/versions/0/files/0", "/versions/0/lists/0")) {
            assertThat(fields(told.at(part))).as(part).isEqualTo(fields(sample.at(part)));
        }
        assertThat(newsroom.get("/api/statements/" + told.get("id").asLong())).isEqualTo(told);
        assertThat(newsroom.service().get("/api/statements/999").statusCode()).isEqualTo(404);
        assertThat(newsroom.post("/api/statements/" + told.get("id").asLong() + "/send", "")
                        .body())
                .contains("\"field\":\"texts\"", "has no title");
        assertThat(newsroom.post("/api/statements/" + told.get("id").asLong() + "/withdraw", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(409);
    }

    @Test
    void requestsOfTheContractAreTaken() {
        assertThat(newsroom.post("/api/sources", StandInMailServer.sample("source-request"))
                        .statusCode())
                .isEqualTo(201);
        long source =
                newsroom.get("/api/sources").get("sources").get(0).get("id").asLong();
        JsonNode back = newsroom.run(
                "/api/sources/" + source + "/backfill", StandInMailServer.sample("source-backfill-request"));
        assertThat(back.at("/result/failed/0/reason").asString()).contains("only https: and http:");
        newsroom.follow(JSON.readTree(newsroom.post(
                                "/api/editions/mekong-weekly/runs",
                                StandInMailServer.sample("edition-run-request").replace("12", "40"))
                        .body())
                .get("run")
                .asLong());
    }

    @Test
    void badFieldsAreNamed() {
        assertRefused(newsroom.post("/api/sources", "{\"url\":\"gopher://x/\"}"), "url");
        assertRefused(newsroom.post("/api/sources", "{\"url\":\"https://x.example/\",\"kind\":\"gossip\"}"), "kind");
        assertRefused(newsroom.post("/api/sources", "{\"url\":\"https://x.example/\",\"colour\":1}"), "colour");
        assertRefused(newsroom.post("/api/sources/1/backfill", "{\"pages\":101}"), "pages");
        assertRefused(newsroom.post("/api/editions/mekong-weekly/runs", "{\"since\":\"yesterday\"}"), "since");
        assertRefused(newsroom.post("/api/editions/mekong-weekly/runs", "{\"number\":0}"), "number");
        assertRefused(newsroom.post("/api/editions/mekong-weekly/runs", "{\"number\":\"x\"}"), "number");
        assertRefused(newsroom.patch("/api/clippings/" + clipping(), "{\"kind\":\"gossip\"}"), "kind");
        assertRefused(newsroom.patch("/api/clippings/" + clipping(), "{\"title\":null}"), "title");
        assertRefused(newsroom.patch("/api/clippings/" + clipping(), "{\"html\":\"<p>\"}"), "html");
        assertRefused(newsroom.patch("/api/clippings/" + clipping(), "{\"country\":\"Laos\"}"), "country");
    }

    @Test
    void whatThereIsNotIsNotFound() {
        assertThat(newsroom.service().get("/api/runs/999").statusCode()).isEqualTo(404);
        assertThat(newsroom.service().get("/api/editions/mekong-weekly/999").statusCode())
                .isEqualTo(404);
        assertThat(newsroom.patch("/api/clippings/999", "{}").statusCode()).isEqualTo(404);
        assertThat(newsroom.post("/api/sources/999/backfill", "{}").statusCode())
                .isEqualTo(404);
        assertThat(newsroom.post("/api/editions/no-such-series/runs", "{}").statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsKeptNoLongerIsToldAndLetGo() {
        JsonNode told = newsroom.get("/api/clippings/disposal");

        assertThat(fields(told)).isEqualTo(fields(sample("disposal")));
        assertThat(Instant.parse(told.get("unusedBefore").asString()))
                .isBefore(Instant.parse(told.get("copiesBefore").asString()));
        assertThat(JSON.readTree(newsroom.post("/api/clippings/disposal", "{}").body())
                        .get("unused")
                        .asInt())
                .isZero();
    }

    @Test
    void clippingIsTakenDownWithItsReason() {
        String table =
                "title,link,text\nA story that names a witness by her own name,https://courier.example/witness,Her name.\n";
        newsroom.put("/api/clippings?name=witness.csv", "text/csv", table);
        long id = newsroom.get("/api/clippings?q=witness")
                .get("clippings")
                .get(0)
                .get("id")
                .asLong();
        String path = "/api/clippings/" + id + "/takedown";
        assertRefused(newsroom.post(path, "{\"reason\":\" \"}"), "reason");

        JsonNode taken = JSON.readTree(
                newsroom.post(path, "{\"reason\":\"She asked us to.\"}").body());

        assertThat(fields(taken)).isEqualTo(fields(sample("takedown")));
        assertThat(newsroom.get("/api/clippings?q=witness").get("clippings")).isEmpty();
        assertThat(newsroom.service().get("/api/clippings/" + id).statusCode()).isEqualTo(404);
        assertThat(newsroom.get("/api/clippings/takedowns")
                        .get("takedowns")
                        .get(0)
                        .get("reason")
                        .asString())
                .isEqualTo("She asked us to.");
        assertThat(newsroom.put("/api/clippings?name=witness.csv", "text/csv", table)
                        .body())
                .contains("\"new\":0");
        assertThat(newsroom.post("/api/clippings/999999/takedown", "{\"reason\":\"x\"}")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void clippingsAreMergedSplitAndLinked() {
        JsonNode all = newsroom.get("/api/clippings").get("clippings");
        long kept = all.get(0).get("id").asLong();
        long other = all.get(1).get("id").asLong();
        String path = "/api/clippings/" + kept;
        assertThat(newsroom.post(path + "/versions", "{\"other\":" + other + "}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(newsroom.get(path).at("/versions/0/id").asLong()).isEqualTo(other);
        JsonNode merged = JSON.readTree(
                newsroom.post(path + "/merge", "{\"other\":" + other + "}").body());
        assertThat(fields(merged)).isEqualTo(fields(sample("clipping")));
        assertThat(fields(merged.get("origins").get(0)))
                .isEqualTo(fields(sample("clipping").at("/origins/0")));
        assertThat(merged.get("origins")).hasSize(2);
        JsonNode stray = merged.get("origins").get(1);
        HttpResponse<String> split = newsroom.post(
                path + "/split",
                JSON.writeValueAsString(java.util.Map.of(
                        "source",
                        stray.get("source").asString(),
                        "item",
                        stray.get("item").asString())));
        assertThat(split.statusCode()).isEqualTo(201);
        assertThat(JSON.readTree(split.body()).at("/clipping/title").asString())
                .isEqualTo(stray.get("title").asString());
        assertThat(newsroom.post(path + "/merge", "{\"other\":99999}").statusCode())
                .isEqualTo(404);
        assertRefused(newsroom.post(path + "/merge", "{}"), "other");
        assertRefused(newsroom.post(path + "/split", "{}"), "source");
    }

    @Test
    void tableIsImportedRowByRow() {
        String table = """
                \ufefftitle,link,date,outlet,byline,kind,language,country,text
                Deckhands get their papers back,https://courier.example/1,12 November 2026,The Delta Courier,,news-clipping,en,TH,"Forty-one
                deckhands."
                ,https://courier.example/2,,,,,,,
                Rain again,https://courier.example/3,2026-11-13,,,weather,,,
                """;
        JsonNode report = JSON.readTree(
                newsroom.put("/api/clippings?name=2026.csv", "text/csv", table).body());
        assertThat(fields(report)).isEqualTo(fields(sample("clippings-import")));
        assertThat(report.get("new").asInt()).isEqualTo(1);
        assertThat(report.get("rejected").asInt()).isEqualTo(2);
        assertThat(report.at("/problems/0/reason").asString()).isEqualTo("title: must not be empty");
        assertThat(report.at("/problems/1/line").asInt()).isEqualTo(5);
        assertThat(report.at("/problems/1/reason").asString()).isEqualTo("kind: cannot be 'weather'");
        JsonNode again = JSON.readTree(
                newsroom.put("/api/clippings?name=2026.csv", "text/csv", table).body());
        assertThat(again.get("unchanged").asInt()).isEqualTo(1);
        assertRefused(newsroom.put("/api/clippings", "text/csv", "name,colour\n"), "body");
    }

    @Test
    void wordPressExportGivesItsPublishedPosts() throws IOException {
        String export = Files.readString(
                Path.of("src/test/resources/org/sampan/digest/collect/export.wxr"), StandardCharsets.UTF_8);
        JsonNode report = JSON.readTree(newsroom.put("/api/clippings?name=site.xml", "application/xml", export)
                .body());
        assertThat(report.get("read").asInt()).isEqualTo(1);
        JsonNode statement = newsroom.get("/api/clippings?limit=500")
                .get("clippings")
                .valueStream()
                .filter(it -> it.get("title").asString().equals("Statement on the night shift"))
                .findFirst()
                .orElseThrow();
        assertThat(statement.get("kind").asString()).isEqualTo("statement");
        assertThat(statement.get("publishedAt").asString()).isEqualTo("2015-04-28T03:00:00Z");
        assertThat(statement.get("byline").asString()).isEqualTo("Malee Srisuk");
        assertThat(newsroom.get("/api/clippings/" + statement.get("id").asLong())
                        .get("html")
                        .asString())
                .isEqualToIgnoringNewLines(
                        "<p>Nobody should load ships for twelve hours at night.</p><p>We ask the port to keep to the law.</p>");
        assertRefused(newsroom.put("/api/clippings", "application/xml", "<html/>"), "body");
        assertRefused(newsroom.put("/api/clippings", "application/xml", BOMB), "body");
    }

    @Test
    void pageIsClippedWithACopyOfIt() throws IOException {
        byte[] page = Files.readAllBytes(Path.of("src/test/resources/org/sampan/digest/collect/article.html"));
        HttpServer courier = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        courier.createContext("/2026/deckhands", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        courier.start();
        try {
            String request =
                    "{\"url\":\"http://127.0.0.1:" + courier.getAddress().getPort() + "/2026/deckhands\"}";
            HttpResponse<String> answer = newsroom.post("/api/clippings", request);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            JsonNode clipping = JSON.readTree(answer.body());
            assertThat(clipping.get("outlet").asString()).isEqualTo("The Delta Courier");
            long id = clipping.get("id").asLong();
            assertThat(JSON.readTree(newsroom.post("/api/clippings", request).body())
                            .get("id")
                            .asLong())
                    .isEqualTo(id);
            JsonNode copies = newsroom.get("/api/clippings/" + id).get("copies");
            assertThat(copies).hasSize(1);
            HttpResponse<String> copy = newsroom.service()
                    .get("/api/clippings/" + id + "/copies/"
                            + copies.at("/0/sha256").asString());
            assertThat(copy.body()).isEqualTo(new String(page, StandardCharsets.UTF_8));
            assertThat(copy.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
        } finally {
            courier.stop(0);
        }
        assertRefused(newsroom.post("/api/clippings", "{\"url\":\"file:///etc/passwd\"}"), "url");
        assertRefused(newsroom.post("/api/clippings", "{}"), "url");
    }

    @Test
    void articlesMailedToTheDeskBecomeClippings() throws IOException {
        Path resources = Path.of("src/test/resources/org/sampan/digest/collect");
        newsroom.rest()
                .whenRaw(
                        "GET /mailboxes/clippings/messages/7/raw",
                        Files.readAllBytes(resources.resolve("forwarded.eml")))
                .when("DELETE /mailboxes/clippings/messages/7", 204, "")
                .whenSample("GET /mailboxes/clippings/messages", 200, "mailbox");
        CollectMail mail = newsroom.service().bean(CollectMail.class);
        assertThat(mail.collect()).isEqualTo(1);
        assertThat(mail.collect()).isEqualTo(1);
        assertThat(newsroom.rest().calls())
                .extracting(StandInMailServer.Call::line)
                .contains("DELETE /mailboxes/clippings/messages/7");
        List<JsonNode> found = newsroom.get("/api/clippings?limit=500")
                .get("clippings")
                .valueStream()
                .filter(it -> it.get("sources").toString().contains("mailto:clippings@lists.example"))
                .toList();
        assertThat(found).singleElement().satisfies(clipping -> {
            assertThat(clipping.get("title").asString()).isEqualTo("Deckhands get their papers back");
            String path = "/api/clippings/" + clipping.get("id").asLong();
            assertThat(newsroom.get(path).get("files")).hasSize(1);
            assertThat(newsroom.service()
                            .get(path + "/files/1")
                            .headers()
                            .firstValue("Content-Disposition")
                            .orElse(""))
                    .contains("attachment", "deckhands.pdf");
        });
        newsroom.rest().when("GET /mailboxes/clippings/messages", 200, "{\"messages\":[]}");
    }

    @Test
    void deskCorrectsAClipping() {
        HttpResponse<String> answer = newsroom.patch(
                "/api/clippings/" + clipping(),
                "{\"kind\":\"publication\",\"byline\":\"Alice Chan\",\"country\":\"KH\",\"outlet\":null}");

        JsonNode clipping = JSON.readTree(answer.body());
        assertThat(clipping.get("kind").asString()).isEqualTo("publication");
        assertThat(clipping.get("byline").asString()).isEqualTo("Alice Chan");
        assertThat(clipping.get("country").asString()).isEqualTo("KH");
        assertThat(clipping.get("outlet").isNull()).isTrue();
    }
}
