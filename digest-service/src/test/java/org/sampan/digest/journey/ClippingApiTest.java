package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.journey.ApiScene.JSON;
import static org.sampan.digest.journey.ApiScene.assertRefused;
import static org.sampan.digest.journey.ApiScene.clipping;
import static org.sampan.digest.journey.ApiScene.fields;
import static org.sampan.digest.journey.ApiScene.sample;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.Newsroom;
import tools.jackson.databind.JsonNode;

/** What the REST does to clippings that are there. */
class ClippingApiTest {
    private final Newsroom newsroom = ApiScene.newsroom();

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
                JSON.writeValueAsString(Map.of(
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
}
