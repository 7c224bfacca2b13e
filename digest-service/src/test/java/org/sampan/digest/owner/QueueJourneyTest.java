package org.sampan.digest.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.owner.ManagedList.BASE;
import static org.sampan.digest.owner.ManagedList.asked;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** A moderator who is signed in decides about one post or several. */
class QueueJourneyTest {
    private static final String TOKEN = "3f-2k9q0w7x1c4v5b6n";

    private final PortalScene scene = ManagedList.scene();
    private final String email = scene.newSteward("moderator");
    private final WebVisitor moderator = scene.signedIn(email);

    @BeforeEach
    void twoPostsWait() {
        String one = StandInMailServer.sample("held-all");
        String first = one.substring(one.indexOf('{', 1), one.lastIndexOf('}', one.lastIndexOf(']')) + 1);
        String second = first.replace(TOKEN, "second-token-1").replace("A notice for your readers", "Another notice");
        String elsewhere = first.replace(TOKEN, "elsewhere-1").replace("mekong-news@", "members@");
        scene.mailServer
                .when(
                        "GET /moderators/" + email.replace("@", "%40") + "/held",
                        200,
                        "{\"held\":[" + first + "," + second + "," + elsewhere + "]}")
                .whenSample("POST /moderations/" + TOKEN, 200, "moderation-decided")
                .whenSample("POST /moderations/second-token-1", 200, "moderation-decided");
    }

    @Test
    void postsOfThisListAreShownEachWithAWayToTheSafePreview() {
        Document queue = moderator.get(BASE + "/queue?lang=en");
        assertThat(queue.select("a.button").eachAttr("href"))
                .containsExactly("/moderate/" + TOKEN, "/moderate/second-token-1");
        assertThat(queue.select(".card").eachText().get(0))
                .contains("A notice for your readers", "stranger@elsewhere.example");
        assertThat(queue.select("input[type=checkbox][checked]")).isEmpty();
    }

    @Test
    void severalAreApprovedAtOnce() {
        Document queue = moderator.get(BASE + "/queue?lang=en");
        assertThat(queue.select("input[name=post]").eachAttr("value")).containsExactly(TOKEN, "second-token-1");
        decide("approve", TOKEN, "second-token-1");
        assertThat(asked(scene, "POST /moderations/" + TOKEN)).isEqualTo("{\"decision\":\"approve\"}");
        assertThat(asked(scene, "POST /moderations/second-token-1")).isEqualTo("{\"decision\":\"approve\"}");
        assertThat(moderator.text()).contains("2 posts go out.");
    }

    @Test
    void onlyChosenPostsAreDiscardedAndWhatSomebodyElseDecidedIsSaid() {
        scene.mailServer.when(
                "POST /moderations/" + TOKEN,
                409,
                "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"already approved by boun\"}");
        moderator.get(BASE + "/queue?lang=en");
        decide("discard", TOKEN);
        assertThat(moderator.text()).contains("0 posts were discarded. About 1 somebody else had decided before.");
        assertThat(asked(scene, "POST /moderations/second-token-1")).isEqualTo("never asked");
    }

    @Test
    void postOfAnotherListIsNotDecidedHere() {
        moderator.get(BASE + "/queue?lang=en");
        decide("approve", "elsewhere-1");
        assertThat(asked(scene, "POST /moderations/elsewhere-1")).isEqualTo("never asked");
        moderator.get(BASE + "/queue?lang=en");
        decide("reject", TOKEN);
        assertThat(moderator.status()).isEqualTo(404);
    }

    @Test
    void whoDecidedWhatIsToBeSeen() {
        moderator.get(BASE + "/queue?lang=en");
        assertThat(moderator.text()).contains("Decided lately", "rejected · boun@mekong-network.example");
    }

    @Test
    void nothingChosenIsSaid() {
        moderator.get(BASE + "/queue?lang=en");
        decide("approve");
        assertThat(moderator.text()).contains("You chose no post.");
        assertThat(scene.mailServer.calls()).noneMatch(it -> it.line().startsWith("POST /moderations"));
    }

    private void decide(String decision, String... tokens) {
        String token = moderator.page().select("main input[name=_csrf]").attr("value");
        StringBuilder form = new StringBuilder("_csrf=" + token + "&decision=" + decision);
        for (String chosen : tokens) {
            form.append("&post=").append(chosen);
        }
        moderator.postForm(BASE + "/queue", form.toString());
    }
}
