package org.sampan.digest.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import org.sampan.digest.fixture.Newsroom;
import org.sampan.digest.mailserver.StandInMailServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A newsroom that has collected one feed; one for all tests of the REST. */
final class ApiScene {
    static final JsonMapper JSON = JsonMapper.builder().build();

    private ApiScene() {}

    private static final class Holder {
        static final Newsroom NEWSROOM = open();

        private static Newsroom open() {
            try {
                Newsroom newsroom = new Newsroom(Files.createTempDirectory("sampan-api"));
                newsroom.addSources(List.of(newsroom.feed(ApiScene.class, "riverside.atom")));
                newsroom.run("/api/sources/collect", "{}");
                return newsroom;
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    static Newsroom newsroom() {
        return Holder.NEWSROOM;
    }

    static List<String> fields(JsonNode node) {
        return node.propertyNames().stream().sorted().toList();
    }

    static JsonNode sample(String name) {
        return JSON.readTree(StandInMailServer.sample(name));
    }

    /** Any one. */
    static long clipping() {
        return newsroom()
                .get("/api/clippings")
                .get("clippings")
                .get(0)
                .get("id")
                .asLong();
    }

    static void assertRefused(HttpResponse<String> answer, String field) {
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    }
}
