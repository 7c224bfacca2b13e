package org.sampan.mailserver.mailinglist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.admin.Json;
import org.sampan.mailserver.admin.RestUnderTest;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class MailingListRoutesTest {
    private static final String NEWS = "/lists/mekong-news@lists.example";
    private static final JsonNode REQUEST = RestUnderTest.contract("list-request.json");

    private final Database database;
    private final RestUnderTest rest;

    MailingListRoutesTest(Database database) {
        this.database = database;
        MailingLists lists = new JdbcMailingLists(database);
        rest = RestUnderTest.serving(
                new MailingListRoutes(lists, new ListPath(lists), Settings.from(Map.of()), new Json()),
                new StewardRoutes(lists, new ListPath(lists), new Json()));
    }

    @BeforeEach
    void removeAllLists() {
        database.jdbi().useHandle(handle -> handle.execute("truncate mailing_list cascade"));
    }

    @AfterEach
    void close() {
        rest.close();
    }

    @Test
    void listIsMadeAsTheContractShows() {
        JsonNode made = rest.post("/lists", REQUEST).hasStatus(201).body();
        RestUnderTest.contract("list.json")
                .fields()
                .forEachRemaining(it -> assertThat(made.path(it.getKey()).getNodeType())
                        .as(it.getKey())
                        .isEqualTo(it.getValue().getNodeType()));
        assertThat(made.path("members").asLong()).isZero();
        REQUEST.fields()
                .forEachRemaining(it -> assertThat(made.get(it.getKey())).isEqualTo(it.getValue()));
        assertThat(rest.get(NEWS).hasStatus(200).body()).isEqualTo(made);
        assertThat(rest.get("/lists/mekong-news%40lists.example").hasStatus(200).body())
                .isEqualTo(made);
        assertThat(rest.get("/lists").hasStatus(200).body().get("lists")).containsExactly(made);
    }

    @Test
    void listIsMadeOnce() {
        rest.post("/lists", REQUEST).hasStatus(201);
        rest.post("/lists", REQUEST).isProblem(409, "mekong-news@lists.example");
    }

    @Test
    void unsoundListIsRefusedNamingTheField() {
        rest.post("/lists", "{}").isProblemOf("address");
        rest.post("/lists", requestWith("address", "news")).isProblemOf("address");
        rest.post("/lists", requestWith("address", "news@other.example")).isProblemOf("address");
        rest.post("/lists", requestWith("address", "news-owner@lists.example")).isProblemOf("address");
        rest.post("/lists", requestWith("name", " ")).isProblemOf("name");
        rest.post("/lists", requestWith("name", "two\nlines")).isProblemOf("name");
        rest.post("/lists", requestWith("joining", "sometimes"))
                .isProblemOf("joining")
                .isProblem(400, "open, confirm, moderate");
        rest.post("/lists", requestWith("language", "the local one")).isProblemOf("language");
        rest.post("/lists", requestWith("colour", "blue")).isProblemOf("colour");
        assertThat(rest.get("/lists").body().get("lists")).isEmpty();
    }

    @Test
    void smallLimitIsRefusedAsTheContractShows() {
        rest.post("/lists", REQUEST).hasStatus(201);
        assertThat(rest.patch(NEWS, "{\"maxBytes\":12}").hasStatus(400).body())
                .isEqualTo(RestUnderTest.contract("problem.json"));
    }

    @Test
    void patchChangesOnlyWhatItNames() {
        ObjectNode before =
                (ObjectNode) rest.post("/lists", REQUEST).hasStatus(201).body();
        JsonNode after = rest.patch(NEWS, "{\"joining\":\"open\",\"description\":\"\"}")
                .hasStatus(200)
                .body();
        assertThat(after).isEqualTo(before.put("joining", "open").put("description", ""));
        assertThat(rest.get(NEWS).body()).isEqualTo(after);
        rest.patch(NEWS, "{\"address\":\"other@lists.example\"}").isProblemOf("address");
    }

    @Test
    void everySettingIsExplainedAndShown() {
        JsonNode all = rest.get("/list-settings").hasStatus(200).body();
        assertThat(all)
                .as("what the digest service has words for, in every language")
                .isEqualTo(RestUnderTest.contract("list-settings.json"));
        JsonNode explained = all.get("settings");
        JsonNode list = rest.post("/lists", REQUEST).hasStatus(201).body();
        List<String> names = explained.findValuesAsText("name");
        assertThat(names).startsWith("name", "description", "visibility").doesNotHaveDuplicates();
        assertThat(list.fieldNames()).toIterable().containsExactlyElementsOf(fields(names));
        explained.forEach(it -> assertThat(it.get("explanation").asText()).endsWith("."));
    }

    @Test
    void settingThatIsPatchedToNullHasItsStandardAgain() {
        rest.post("/lists", REQUEST).hasStatus(201);
        JsonNode after = rest.patch(NEWS, "{\"visibility\":null,\"name\":null}")
                .hasStatus(200)
                .body();
        assertThat(after.get("visibility").asText()).isEqualTo("private");
        assertThat(after.get("name").asText()).isEqualTo("mekong-news");
    }

    @Test
    void settingOfANewerVersionIsLeftAlone() {
        rest.post("/lists", REQUEST).hasStatus(201);
        database.jdbi()
                .useHandle(handle ->
                        handle.execute("insert into list_setting select id, 'colour', 'blue' from mailing_list"));
        assertThat(new JdbcMailingLists(database).all())
                .singleElement()
                .satisfies(it -> assertThat(it.settings().name()).isEqualTo("Mekong news"));
    }

    @Test
    void removedListIsGone() {
        rest.post("/lists", REQUEST).hasStatus(201);
        rest.delete(NEWS).hasStatus(204);
        rest.delete(NEWS).hasStatus(404);
    }

    @Test
    void unknownListIsNotFoundAsTheContractShows() {
        assertThat(rest.get("/lists/nobody@lists.example").hasStatus(404).body())
                .isEqualTo(RestUnderTest.contract("problem-not-found.json"));
        rest.get("/lists/mekong-news-owner@lists.example").hasStatus(404);
        rest.get("/lists/nonsense").hasStatus(404);
        rest.patch("/lists/nobody@lists.example", "{}").hasStatus(404);
    }

    @Test
    void stewardsAreShownAndChangedAsTheContractShows() {
        rest.post("/lists", REQUEST).hasStatus(201);
        JsonNode all = RestUnderTest.contract("stewards.json");
        assertThat(rest.patch(NEWS + "/stewards", all).hasStatus(200).body()).isEqualTo(all);
        JsonNode after = rest.patch(NEWS + "/stewards", "{\"moderators\":[],\"banned\":[\"eve@evil.example\"]}")
                .hasStatus(200)
                .body();
        assertThat(after.get("owners")).isEqualTo(all.get("owners"));
        assertThat(after.get("moderators")).isEmpty();
        assertThat(after.at("/banned/0").asText()).isEqualTo("eve@evil.example");
        assertThat(rest.get(NEWS + "/stewards").body()).isEqualTo(after);
        rest.patch(NEWS + "/stewards", "{\"owners\":[\"nobody\"]}").isProblemOf("owners");
        rest.get("/lists/nobody@lists.example/stewards").hasStatus(404);
    }

    private static List<String> fields(List<String> settings) {
        List<String> fields = new ArrayList<>(settings);
        fields.add(0, "address");
        fields.addAll(List.of("members", "createdAt"));
        return fields;
    }

    private static ObjectNode requestWith(String field, String value) {
        return ((ObjectNode) REQUEST.deepCopy()).put(field, value);
    }
}
