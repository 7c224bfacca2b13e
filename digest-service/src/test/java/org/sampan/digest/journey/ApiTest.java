package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.journey.ApiScene.JSON;
import static org.sampan.digest.journey.ApiScene.assertRefused;
import static org.sampan.digest.journey.ApiScene.clipping;
import static org.sampan.digest.journey.ApiScene.fields;
import static org.sampan.digest.journey.ApiScene.sample;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.Statements;
import tools.jackson.databind.JsonNode;

/** The digest service's half of the contract, field by field. */
class ApiTest {
    private final Newsroom newsroom = ApiScene.newsroom();

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
}
