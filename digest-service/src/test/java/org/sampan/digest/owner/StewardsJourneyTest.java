package org.sampan.digest.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.owner.ManagedList.BASE;
import static org.sampan.digest.owner.ManagedList.REST;
import static org.sampan.digest.owner.ManagedList.asked;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** An owner says who looks after the list. */
class StewardsJourneyTest {
    private static final String STEWARDS = REST + "/stewards";
    private static final String PAGE = BASE + "/stewards";

    private final PortalScene scene = ManagedList.scene();
    private final WebVisitor owner = scene.signedIn(scene.newSteward("owner"));

    @Test
    void ownersModeratorsAndBansAreShownAndGiven() {
        scene.mailServer
                .whenSample("POST " + STEWARDS + "/moderators", 200, "stewards")
                .whenSample("POST " + STEWARDS + "/banned", 200, "stewards");
        Document page = owner.get(PAGE + "?lang=en");
        assertThat(page.select("#owners ~ ul").text()).contains("alice@harbour.example");
        assertThat(page.select("#banned ~ ul").text()).contains("noise@elsewhere.example");
        owner.send(PAGE + "/moderators", Map.of("email", "sokha@village.example"));
        assertThat(asked(scene, "POST " + STEWARDS + "/moderators")).isEqualTo("{\"email\":\"sokha@village.example\"}");
        assertThat(owner.text()).contains("Saved.");
        owner.send(PAGE + "/banned", Map.of("email", "*@spam.example"));
        assertThat(asked(scene, "POST " + STEWARDS + "/banned")).isEqualTo("{\"email\":\"*@spam.example\"}");
    }

    @Test
    void lastOwnerCannotGoWithoutNamingAnother() {
        scene.mailServer.when(
                "DELETE " + STEWARDS + "/owners/alice%40harbour.example",
                409,
                "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"the last owner\"}");
        owner.get(PAGE + "?lang=en");
        owner.send(PAGE + "/owners/remove", Map.of("email", "alice@harbour.example"));
        assertThat(owner.text()).contains("The last owner stays. Name another one first.");
    }

    @Test
    void moderatorIsRemoved() {
        scene.mailServer.whenSample("DELETE " + STEWARDS + "/moderators/htun%40riverside.example", 200, "stewards");
        owner.get(PAGE + "?lang=en");
        owner.send(PAGE + "/moderators/remove", Map.of("email", "htun@riverside.example"));
        assertThat(owner.text()).contains("Saved.");
    }

    @Test
    void whatIsNoAddressIsSaidBesideItsField() {
        scene.mailServer.whenSample("POST " + STEWARDS + "/owners", 400, "problem");
        owner.get(PAGE + "?lang=en");
        owner.send(PAGE + "/owners", Map.of("email", "sokha"));
        assertThat(owner.page().select("#problem-owners").text()).contains("not a complete e-mail address");
        assertThat(owner.page().select("#email-owners").attr("value")).isEqualTo("sokha");
        owner.post(
                PAGE + "/friends",
                Map.of("_csrf", owner.page().select("input[name=_csrf]").attr("value")));
        assertThat(owner.status()).isEqualTo(404);
    }
}
