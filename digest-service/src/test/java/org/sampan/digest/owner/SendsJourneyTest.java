package org.sampan.digest.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.owner.ManagedList.BASE;
import static org.sampan.digest.owner.ManagedList.REST;
import static org.sampan.digest.owner.ManagedList.asked;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** An owner follows posts on their way, and stops one. */
class SendsJourneyTest {
    private static final String POST = REST + "/posts/" + PortalScene.REPLY;
    private static final String PAGE = BASE + "/sends/" + PortalScene.REPLY;

    private final PortalScene scene = ManagedList.scene();
    private final WebVisitor owner = scene.signedIn(scene.newSteward("owner"));

    @BeforeEach
    void aPostIsOnItsWay() {
        scene.mailServer
                .whenSample("GET " + POST, 200, "post")
                .whenSample("GET " + POST + "/delivery", 200, "delivery-paused")
                .whenSample("GET " + POST + "/delivery/recipients", 200, "delivery-recipients")
                .whenSample("POST " + POST + "/delivery/resume", 200, "delivery")
                .whenSample("POST " + POST + "/delivery/cancel", 200, "delivery");
    }

    @Test
    void postsAreShownWithBarsAndWhatWentWrong() {
        Document page = owner.get(BASE + "/sends?lang=en");
        assertThat(page.select(".card").eachText().get(0))
                .contains("Minutes of Monday", "Kanya", "Sent to 151 of 1,200", "Refused: 47", "It is paused.");
        assertThat(page.select("progress").attr("value")).isEqualTo("16");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo(BASE + "/sends?after=" + PortalScene.REPLY);
    }

    @Test
    void ownerSeesWhoDidNotGetItAndWhyAndLetsItGoOn() {
        Document page = owner.get(PAGE + "?lang=en");
        assertThat(owner.text()).contains("It paused itself", "550 5.7.1", "Who did not get it at once");
        assertThat(page.select("form.decision input[name=change]").eachAttr("value"))
                .containsExactly("resume", "cancel");
        assertThat(scene.mailServer.calls()).noneMatch(it -> it.line().startsWith("POST"));
        owner.send(Map.of());
        assertThat(asked(scene, "POST " + POST + "/delivery/resume")).contains("\"by\":\"steward");
    }

    @Test
    void whatChangedMeanwhileIsSaid() {
        scene.mailServer.when(
                "POST " + POST + "/delivery/resume",
                409,
                "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"It cannot resume now\"}");
        owner.get(PAGE + "?lang=en");
        owner.send(Map.of());
        assertThat(owner.text()).contains("it had changed meanwhile");
    }

    @Test
    void postThatIsNotOfTheListHasNoPage() {
        owner.get(BASE + "/sends/aaaaaaaaaaaaaaaaaaaa");
        assertThat(owner.status()).isEqualTo(404);
        owner.get(BASE + "/sends/nonsense");
        assertThat(owner.status()).isEqualTo(404);
    }
}
