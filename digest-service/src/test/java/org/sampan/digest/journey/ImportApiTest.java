package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.journey.ApiScene.JSON;
import static org.sampan.digest.journey.ApiScene.assertRefused;
import static org.sampan.digest.journey.ApiScene.fields;
import static org.sampan.digest.journey.ApiScene.sample;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sampan.digest.collect.CollectMail;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.mailserver.StandInMailServer;
import tools.jackson.databind.JsonNode;

/** How clippings come in but by feeds: tables, exports, pages and mails. */
class ImportApiTest {
    private static final String BOMB =
            "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                    + "<rss><channel><item><title>&a;</title></item></channel></rss>";

    private static final Path SAMPLES = Path.of("src/test/resources/org/sampan/digest/collect");

    private final Newsroom newsroom = ApiScene.newsroom();

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
        String export = Files.readString(SAMPLES.resolve("export.wxr"), StandardCharsets.UTF_8);
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
        byte[] page = Files.readAllBytes(SAMPLES.resolve("article.html"));
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
        newsroom.rest()
                .whenRaw(
                        "GET /mailboxes/clippings/messages/7/raw", Files.readAllBytes(SAMPLES.resolve("forwarded.eml")))
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
                .filter(it -> it.get("title").asString().equals("Deckhands get their papers back"))
                .filter(it -> it.get("sources").toString().contains("mailto:clippings@lists.example"))
                .toList();
        assertThat(found).singleElement().satisfies(clipping -> {
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
    void mailWithCharactersThatNoTextHasIsTakenAndOneThatCannotBeHadKeepsNoOtherWaiting() {
        String odd = "Subject: =?utf-8?q?Night=00_ferry?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n"
                + "--b\r\nContent-Type: text/plain\r\n\r\nIt\0 sails.\r\n"
                + "--b\r\nContent-Type: application/pdf\0; name=a.pdf\r\nContent-Disposition: attachment\r\n\r\nx\r\n--b--\r\n";
        newsroom.rest()
                .when("GET /mailboxes/clippings/messages/8/raw", 409, "{}")
                .whenRaw("GET /mailboxes/clippings/messages/9/raw", odd.getBytes(StandardCharsets.UTF_8))
                .when("DELETE /mailboxes/clippings/messages/9", 204, "")
                .when("GET /mailboxes/clippings/messages", 200, waiting(8, 9));

        assertThat(newsroom.service().bean(CollectMail.class).collect()).isEqualTo(1);

        assertThat(newsroom.rest().calls())
                .extracting(StandInMailServer.Call::line)
                .contains("DELETE /mailboxes/clippings/messages/9")
                .doesNotContain("DELETE /mailboxes/clippings/messages/8");
        assertThat(newsroom.get("/api/clippings?limit=500").get("clippings").valueStream())
                .extracting(it -> it.get("title").asString())
                .contains("Night ferry");
        newsroom.rest().when("GET /mailboxes/clippings/messages", 200, "{\"messages\":[]}");
    }

    /** What PostgreSQL cannot shorten, and so keeps in no index. */
    private static String noise(int length) {
        return new Random(7)
                .ints(length, 'a', 'z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void addressTooLongForAnyBrowserIsLeftOutAndTheStoryTaken() {
        String link = "https://courier.example/" + noise(9_000);
        JsonNode report = JSON.readTree(newsroom.put(
                        "/api/clippings?name=long.csv",
                        "text/csv",
                        "title,link\nThe longest way to a ferry," + link + "\n")
                .body());

        assertThat(report.get("new").asInt()).as(report.toString()).isEqualTo(1);
        assertThat(newsroom.get("/api/clippings?q=longest")
                        .at("/clippings/0/link")
                        .isNull())
                .isTrue();
    }

    @Test
    void feedWithNamesOfAnyLengthIsCollectedWhole() throws IOException {
        String item = "<item><title>A ferry called %s</title><guid>%s</guid></item>";
        Path feed = Files.createTempFile("names", ".xml");
        Files.writeString(
                feed,
                "<rss version=\"2.0\"><channel><title>Names</title>"
                        + item.formatted("Long", noise(9_000))
                        + item.formatted("Short", "n1")
                        + "</channel></rss>");
        newsroom.addSources(List.of(feed.toUri().toString()));

        JsonNode run = newsroom.run("/api/sources/collect", "{}");

        assertThat(run.at("/result/new").asInt()).as(run.toString()).isEqualTo(2);
    }

    private static String waiting(int... mails) {
        return Arrays.stream(mails)
                .mapToObj(id -> "{\"id\":%d,\"receivedAt\":\"2026-11-22T03:10:00Z\",\"from\":\"a@harbour.example\","
                                .formatted(id)
                        + "\"account\":null,\"subject\":\"A mail\",\"bytes\":900}")
                .collect(Collectors.joining(",", "{\"messages\":[", "]}"));
    }
}
