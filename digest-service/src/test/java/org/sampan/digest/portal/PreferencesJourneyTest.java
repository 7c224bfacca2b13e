package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.StandInMailServer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** How a reader chooses what comes: by the link in a mail for one list, signed in for all. */
class PreferencesJourneyTest {
    private static final String TOKEN = "abcdefgh";
    private static final String PERSON = "/people/htun%40riverside.example";

    private PortalScene scene = PortalScene.fresh();
    private WebVisitor visitor = scene.visitor();

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        visitor = scene.visitor();
        scene.mailServer
                .whenSample("GET /unsubscriptions/" + TOKEN, 200, "unsubscription")
                .whenSample("PATCH " + PERSON, 200, "person")
                .whenSample("PATCH /lists/mekong-news%40lists.example/members/htun%40riverside.example", 200, "member");
    }

    @Test
    void linkInAMailChoosesForOneListWithoutSigningIn() {
        visitor.get("/preferences/" + TOKEN + "?lang=en");
        assertThat(visitor.text()).contains("How Mekong news comes to you", "htun@riverside.example");
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().startsWith("PATCH"));
        visitor.send(Map.of(
                "mode",
                "weekly",
                "language",
                "my",
                "timezone",
                "Asia/Yangon",
                "pausedUntil",
                "2027-01-03",
                "textOnly",
                "true"));
        assertThat(visitor.text()).contains("Saved.");
        assertThat(bodyOf("PATCH " + PERSON))
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        "{\"language\":\"my\",\"timezone\":\"Asia/Yangon\",\"preferences\":{\"pausedUntil\":"
                                                + "\"2027-01-02T17:30:00Z\",\"textOnly\":true,\"ownCopy\":true,\"skipWhenAddressed\":false}}"));
        assertThat(scene.mailServer.calls())
                .contains(new StandInMailServer.Call(
                        "PATCH /lists/mekong-news%40lists.example/members/htun%40riverside.example",
                        "{\"mode\":\"weekly\"}"));
    }

    @Test
    void linkThatMayHaveBeenForwardedTellsOfNoOtherList() {
        visitor.get("/preferences/" + TOKEN + "?lang=en");
        assertThat(visitor.text()).doesNotContain("members@lists.example");
        assertThat(visitor.page().select("a[href*=export], a[href*=erase]")).isEmpty();
    }

    @Test
    void whoHasLeftIsToldSo() {
        scene.mailServer.whenSample("GET /unsubscriptions/" + TOKEN, 200, "unsubscription-gone");
        visitor.get("/?lang=en");
        visitor.get("/preferences/" + TOKEN);
        assertThat(visitor.text()).contains("You are not on this list");
        visitor.get("/preferences/unknown-token");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void accountShowsAllListsAndSavesEachMode() {
        String email = scene.newMember();
        String person = "/people/" + email.replace("@", "%40");
        scene.mailServer
                .when(
                        "PATCH " + person,
                        200,
                        StandInMailServer.sample("person").replace("htun@riverside.example", email))
                .whenSample("PATCH /lists/members%40lists.example/members/" + email.replace("@", "%40"), 200, "member");
        visitor = scene.signedIn(email);
        visitor.get("/account?lang=en");
        assertThat(visitor.text()).contains("Members", "Mekong news", "Your addresses", "htun@home.example");
        visitor.send(Map.of("mode:members@lists.example", "titles"));
        assertThat(visitor.text()).contains("Saved.");
        assertThat(scene.mailServer.calls())
                .contains(new StandInMailServer.Call(
                        "PATCH /lists/members%40lists.example/members/" + email.replace("@", "%40"),
                        "{\"mode\":\"titles\"}"));
    }

    @Test
    void dataIsTakenAlongAndErasedOnlyWithTheAddressTyped() {
        String email = scene.newMember();
        String person = "/people/" + email.replace("@", "%40");
        scene.mailServer
                .whenRaw("GET " + person + "/export", new byte[] {'P', 'K'})
                .when("POST " + person + "/posts/remove", 200, "{\"removed\":2}")
                .when("DELETE " + person, 204, "");
        visitor = scene.signedIn(email);
        visitor.get("/account/export");
        assertThat(visitor.header("Content-Disposition")).contains("attachment; filename=\"my-data.zip\"");

        visitor.get("/account/erase?lang=en");
        visitor.send(Map.of("address", "another@riverside.example"));
        assertThat(visitor.text()).contains("This is not the address you are signed in with.");
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().startsWith("DELETE"));
        visitor.send(Map.of("address", email.toUpperCase(java.util.Locale.ROOT), "posts", "remove"));
        assertThat(visitor.text()).contains("You are erased");
        assertThat(scene.mailServer.calls())
                .extracting(StandInMailServer.Call::line)
                .containsSubsequence("POST " + person + "/posts/remove", "DELETE " + person);
        visitor.get("/account");
        assertThat(visitor.answer().uri().getPath()).isEqualTo("/account/sign-in");
    }

    @Test
    void strangersAreSentToSignIn() {
        visitor.get("/account/erase");
        assertThat(visitor.answer().uri().getPath()).isEqualTo("/account/sign-in");
        visitor.get("/account/export");
        assertThat(visitor.status()).isEqualTo(404);
    }

    private JsonNode bodyOf(String line) {
        return new ObjectMapper()
                .readTree(scene.mailServer.calls().stream()
                        .filter(call -> call.line().equals(line))
                        .findFirst()
                        .orElseThrow()
                        .body());
    }
}
