package org.sampan.digest.steward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** A moderator, an owner, and a program that looks at every link in a mail. */
class ModerationJourneyTest {
    private static final String TOKEN = "3f-2k9q0w7x1c4v5b6n";
    private static final String PAGE = "/moderate/" + TOKEN;
    private static final String REST = " /moderations/" + TOKEN;
    private static final String SEND = "/sends/" + TOKEN;

    private final PortalScene scene = PortalScene.fresh();
    private final WebVisitor moderator = scene.visitor();

    @BeforeEach
    void aPostWaits() {
        scene.mailServer
                .whenSample("GET" + REST + "?language=en", 200, "moderation")
                .whenRaw("GET" + REST + "/raw", PortalScene.mail("hostile-html"))
                .whenSample("POST" + REST, 200, "moderation-decided")
                .whenSample("GET /sends/" + TOKEN, 200, "send")
                .whenSample("POST /sends/" + TOKEN, 200, "send");
    }

    @Test
    void lookingDecidesNothingWhateverTheAddressSays() {
        for (String word : List.of("", "?decide=approve", "?decide=discard", "?decision=approve", "?decide=nonsense")) {
            moderator.get(PAGE + word);
            assertThat(moderator.status()).isEqualTo(200);
        }
        assertThat(scene.mailServer.calls()).noneMatch(it -> it.line().startsWith("POST"));
    }

    @Test
    void chosenDecisionStandsFirstAndIsSentByItsButton() {
        Document page = moderator.get(PAGE + "?decide=accept");
        assertThat(page.select("form.decision input[name=decision]").eachAttr("value"))
                .containsExactly("accept", "approve", "discard");
        moderator.send(Map.of());
        assertThat(lastPost()).isEqualTo("POST" + REST + " {\"decision\":\"accept\"}");
    }

    @Test
    void rejectionTakesAReasonOfTheListAndWords() {
        moderator.get(PAGE + "?decide=reject");
        moderator.send(Map.of("because", "off-topic", "reason", " Perhaps the jobs list? "));
        assertThat(lastPost())
                .isEqualTo("POST" + REST
                        + " {\"decision\":\"reject\",\"because\":\"off-topic\",\"reason\":\"Perhaps the jobs list?\"}");
    }

    @Test
    void secondModeratorIsToldWhatTheFirstDid() {
        scene.mailServer
                .when(
                        "POST" + REST,
                        409,
                        "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"already approved by boun\"}")
                .whenSample("GET" + REST + "?language=en", 200, "moderation");
        moderator.get(PAGE + "?decide=discard");
        scene.mailServer.whenSample("GET" + REST + "?language=en", 200, "moderation-decided");
        Document done = moderator.send(Map.of());
        assertThat(done.select("h1").text()).isEqualTo("The post goes out to the list");
        assertThat(done.select(".note").text()).isEqualTo("boun@mekong-network.example had decided before you.");
        assertThat(moderator.get(PAGE).select("form button[type=submit]")).isEmpty();
    }

    @Test
    void previewIsInASandboxAndFetchesNothing() {
        Document page = moderator.get(PAGE);
        assertThat(moderator.header("Content-Security-Policy")).contains("default-src 'none'");
        Elements frame = page.select("iframe");
        assertThat(frame.hasAttr("sandbox")).isTrue();
        assertThat(frame.attr("sandbox")).isEmpty();
        Document preview = Jsoup.parse(frame.attr("srcdoc"));
        assertThat(preview.select(
                        "script, img[src], iframe, form, style, object, embed, [onclick], [onerror], [style]"))
                .isEmpty();
        assertThat(preview.select("link").eachAttr("href")).allMatch(it -> it.startsWith("/assets/"));
    }

    @Test
    void unknownLinkIsLost() {
        moderator.get("/moderate/unknown-1");
        assertThat(moderator.status()).isEqualTo(404);
        moderator.get("/sends/unknown-1");
        assertThat(moderator.status()).isEqualTo(404);
    }

    @Test
    void whatWaitsIsListedForWhoIsSignedIn() {
        moderator.get("/moderate");
        assertThat(moderator.answer().uri().getPath()).startsWith("/account/sign-in");
        String email = scene.newMember();
        scene.mailServer.when(
                "GET /moderators/" + email.replace("@", "%40") + "/held", 200, StandInMailServer.sample("held-all"));
        WebVisitor signedIn = scene.signedIn(email);
        Document queue = signedIn.get("/moderate");
        assertThat(queue.select(".card a").eachAttr("href")).containsExactly("/moderate/" + TOKEN);
        assertThat(queue.select(".card").text()).contains("A notice for your readers", "Mekong news");
    }

    @Test
    void ownerResumesOrCancelsByAButtonOnly() {
        Document page = moderator.get(SEND);
        assertThat(page.select("form.decision input[name=change]").eachAttr("value"))
                .containsExactly("resume", "cancel");
        assertThat(page.text()).contains("550 5.7.1 Message refused by policy", "It paused itself");
        assertThat(scene.mailServer.calls()).noneMatch(it -> it.line().startsWith("POST"));
        moderator.send(Map.of());
        assertThat(lastPost()).isEqualTo("POST /sends/" + TOKEN + " {\"change\":\"resume\"}");
        scene.mailServer.when(
                "POST /sends/" + TOKEN, 409, "{\"title\":\"Conflict\",\"status\":409,\"detail\":\"It cannot\"}");
        assertThat(moderator.send(Map.of()).select(".note").text()).contains("it had changed meanwhile");
    }

    private String lastPost() {
        StandInMailServer.Call last = scene.mailServer.calls().stream()
                .filter(it -> it.line().startsWith("POST"))
                .reduce((one, other) -> other)
                .orElseThrow();
        return last.line() + " " + last.body();
    }
}
