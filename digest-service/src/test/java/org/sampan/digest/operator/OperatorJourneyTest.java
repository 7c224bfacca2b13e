package org.sampan.digest.operator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** The operator sees all lists, makes one and removes one. */
class OperatorJourneyTest {
    private static final String NEWS = "/lists/mekong-news%40lists.example";

    private final PortalScene scene = PortalScene.fresh();
    private final WebVisitor operator = scene.operator();

    @BeforeEach
    void arrange() {
        scene.mailServer
                .whenSample("GET /overview", 200, "overview")
                .whenSample("GET /list-settings", 200, "list-settings")
                .whenSample("POST /lists", 201, "list")
                .whenSample("POST /lists/harbour%40lists.example/stewards/owners", 200, "stewards")
                .when("DELETE " + NEWS, 204, "");
    }

    @Test
    void listsAreShownAsTheyStandWithWhatToLookAt() {
        Document page = operator.get("/manage?lang=en");
        assertThat(page.select("#parts ~ ul").text()).contains("works database", "works smtp", "works spool");
        assertThat(page.select(".card").eachText().get(0))
                .contains("Members", "private", "41", "Posts that wait 2", "Posts on their way 1")
                .contains("believes whom a mail names as its author", "Of many members mail comes back.");
        assertThat(page.select(".card").get(1).text()).contains("Last post –", "A post is stopped on its way.");
        assertThat(page.select(".card a").eachAttr("href"))
                .contains("/lists/members/manage/queue", "/lists/members/manage/members?standing=suspended");
    }

    @Test
    void partThatIsDownIsSaid() {
        scene.mailServer.when(
                "GET /health",
                503,
                StandInMailServer.sample("health").replace("\"queue\": \"up\"", "\"queue\": \"down\""));
        assertThat(operator.get("/manage?lang=en").text()).contains("does not work queue");
        scene.mailServer.when("GET /health", 500, "{}");
        assertThat(operator.get("/manage?lang=en").text()).contains("The mail server does not answer.");
    }

    @Test
    void listIsMadeWithWhatDiffersFromTheStandardAndAnOwner() {
        operator.get("/manage/new?lang=en");
        assertThat(operator.text()).contains("How people get on the list", "@lists.example");
        operator.send(Map.of("address", "Harbour", "owner", "alice@harbour.example", "set.joining", "moderate"));
        assertThat(asked("POST /lists")).isEqualTo("{\"joining\":\"moderate\",\"address\":\"harbour@lists.example\"}");
        assertThat(asked("POST /lists/harbour%40lists.example/stewards/owners"))
                .isEqualTo("{\"email\":\"alice@harbour.example\"}");
        assertThat(operator.text()).contains("The list was made.");
    }

    @Test
    void whatIsNotRightIsSaidAndNothingTypedIsLost() {
        operator.get("/manage/new?lang=en");
        operator.send(Map.of("address", "Har bour", "owner", "alice", "set.joining", "moderate"));
        assertThat(operator.page().select("#address-problem").text()).contains("Small letters");
        assertThat(operator.page().select("#owner").attr("value")).isEqualTo("alice");
        assertThat(operator.page().select("#set-joining option[selected]").val())
                .isEqualTo("moderate");
        operator.send(Map.of("address", "harbour"));
        assertThat(operator.page().select("#owner-problem").text()).isNotBlank();
        scene.mailServer.when(
                "POST /lists", 409, "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"There is a list already.\"}");
        operator.send(Map.of("address", "harbour", "owner", ""));
        assertThat(operator.page().select("[role=alert]").text()).isEqualTo("There is a list already.");
    }

    @Test
    void listIsRemovedOnceItsNameIsTyped() {
        operator.get("/manage/remove/mekong-news?lang=en");
        operator.send(Map.of("typed", "mekong"));
        assertThat(operator.text()).contains("That is not its name. Nothing was removed.");
        assertThat(asked("DELETE " + NEWS)).isEqualTo("never asked");
        operator.send(Map.of("typed", "Mekong-News"));
        assertThat(asked("DELETE " + NEWS)).isEmpty();
        assertThat(operator.text()).contains("The list was removed.");
    }

    @Test
    void operatorLooksAfterEveryList() {
        scene.mailServer.whenSample("GET " + NEWS + "/figures?days=90", 200, "figures");
        assertThat(operator.get("/lists/mekong-news/manage?lang=en")
                        .select(".parts a")
                        .eachAttr("href"))
                .contains("/manage");
        assertThat(operator.get("/account").select("a[href=/manage]")).hasSize(1);
    }

    @Test
    void toEverybodyElseThereAreNoSuchPages() {
        WebVisitor stranger = scene.visitor();
        stranger.get("/manage/new");
        assertThat(stranger.answer().uri().toString()).endsWith("/account/sign-in?next=/manage/new");
        WebVisitor owner = scene.signedIn(scene.newSteward("owner"));
        for (String page : new String[] {"/manage", "/manage/new", "/manage/remove/mekong-news"}) {
            owner.get(page);
            assertThat(owner.status()).as(page).isEqualTo(404);
        }
        assertThat(scene.mailServer.calls()).noneMatch(it -> it.line().contains("/overview"));
    }

    private String asked(String line) {
        return scene.mailServer.calls().stream()
                .filter(it -> it.line().equals(line))
                .map(StandInMailServer.Call::body)
                .reduce((first, last) -> last)
                .orElse("never asked");
    }
}
