package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.StandInMailServer;

/** How those who look after a list see and change it. */
class OwnerJourneyTest {
    private static final String LIST = "/lists/mekong-news%40lists.example";
    private static final String MANAGE = "/lists/mekong-news/manage";
    private static int owners;

    private PortalScene scene = PortalScene.fresh();
    private WebVisitor visitor = scene.visitor();

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        visitor = scene.visitor();
        scene.mailServer
                .whenSample("GET /list-settings", 200, "list-settings")
                .whenSample("PATCH " + LIST, 200, "list")
                .whenSample("GET " + LIST + "/waiting", 200, "waiting")
                .whenSample("POST " + LIST + "/waiting/17/admit", 200, "waiting-decision")
                .whenSample("POST " + LIST + "/invitations", 200, "invitation-results")
                .when("GET " + LIST + "/members?limit=50", 200, lastPage())
                .when("GET " + LIST + "/members?limit=50&q=htun&mode=daily", 200, lastPage());
    }

    @Test
    void ownerWhoIsOnNoListSignsInAndChangesASetting() {
        visitor = scene.signedIn(owner());
        visitor.get(MANAGE + "?lang=en");
        assertThat(visitor.text()).contains("How people get on the list", "Joining");
        assertThat(visitor.page().select("#set-joining option[selected]").text())
                .isEqualTo("confirm");
        visitor.send(Map.of("set.joining", "moderate"));
        assertThat(visitor.text()).contains("Saved.");
        assertThat(scene.mailServer.calls())
                .contains(new StandInMailServer.Call("PATCH " + LIST, "{\"joining\":\"moderate\"}"));
    }

    @Test
    void settingThatIsNotAllowedSaysWhat() {
        visitor = scene.signedIn(owner());
        scene.mailServer.whenSample("PATCH " + LIST, 400, "problem");
        visitor.get(MANAGE + "?lang=en");
        visitor.send(Map.of("set.name", "x".repeat(600)));
        assertThat(visitor.page().select("[role=alert]").text()).isNotBlank();
    }

    @Test
    void membersAreSearched() {
        visitor = scene.signedIn(owner());
        visitor.get(MANAGE + "/members?lang=en");
        assertThat(visitor.text()).contains("htun@riverside.example", "all messages of a day in one mail");
        visitor.get(MANAGE + "/members?q=htun&mode=daily");
        assertThat(visitor.text()).contains("htun@riverside.example");
    }

    @Test
    void applicantsAreLetInAndPeopleInvited() {
        visitor = scene.signedIn(owner());
        visitor.get(MANAGE + "/joins?lang=en");
        assertThat(visitor.text()).contains("htun@riverside.example", "Let in", "Invite people");
        visitor.send(Map.of("decision", "admit"));
        assertThat(visitor.text()).contains("A welcome is on its way.");
        scene.mailServer.when("GET " + LIST + "/waiting", 200, "{\"waiting\":[]}");
        visitor.get(MANAGE + "/joins");
        visitor.send(Map.of("emails", "htun@riverside.example, nobody", "words", "Do come."));
        assertThat(visitor.text()).contains("htun@riverside.example: invited", "nobody: is no address");
    }

    @Test
    void moderatorSeesApplicantsOnly() {
        String moderator = newSteward("moderators");
        visitor = scene.signedIn(moderator);
        visitor.get(MANAGE);
        assertThat(visitor.answer().uri().getPath()).isEqualTo(MANAGE + "/joins");
        assertThat(visitor.text()).doesNotContain("Invite people");
        visitor.get(MANAGE + "/members");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void toEverybodyElseThePagesDoNotExist() {
        visitor.get(MANAGE);
        assertThat(visitor.answer().uri().getPath()).isEqualTo("/account/sign-in");
        visitor = scene.signedIn(scene.newMember());
        visitor.get(MANAGE);
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get(MANAGE + "/joins");
        assertThat(visitor.status()).isEqualTo(404);
    }

    private String owner() {
        return newSteward("owners");
    }

    private String newSteward(String role) {
        String email = "steward" + ++owners + "@office.example";
        String stewards = "{\"owners\":[],\"moderators\":[],\"banned\":[]}"
                .replace("\"" + role + "\":[]", "\"" + role + "\":[\"" + email + "\"]");
        scene.mailServer.when("GET " + LIST + "/stewards", 200, stewards);
        return email;
    }

    private static String lastPage() {
        return StandInMailServer.sample("members").replaceAll("\"next\": \"[^\"]*\"", "\"next\": null");
    }
}
