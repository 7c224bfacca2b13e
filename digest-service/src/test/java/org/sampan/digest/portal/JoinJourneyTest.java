package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.StandInMailServer;

/** From the front page onto a list and off it again. */
class JoinJourneyTest {
    private static final String JOINS = "POST /lists/mekong-news%40lists.example/joins";
    private static final String TOKEN = "abcdefgh";

    private PortalScene scene = PortalScene.fresh();
    private WebVisitor visitor = scene.visitor();

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        visitor = scene.visitor();
    }

    @Test
    void frontPageShowsOpenListsAndPublishedEditionsOnly() {
        visitor.get("/");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text())
                .contains("Mekong news", "Mekong weekly 1")
                .doesNotContain("Members", "Mekong weekly 2");
    }

    @Test
    void frontPageShowsEditionsWhileTheMailServerIsAway() {
        scene.mailServer.when("GET /lists", 500, "{}");
        visitor.get("/");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("Mekong weekly 1", "There is no open list at the moment.");
    }

    @Test
    void joiningAsksTheMailServerToWriteInTheReadersLanguage() {
        visitor.reading("km").get("/lists/mekong-news");
        visitor.send(Map.of("email", " Sokha@Village.example ", "name", "សុខា"));
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("sokha@village.example");
        assertThat(scene.mailServer.calls())
                .contains(
                        new StandInMailServer.Call(
                                JOINS,
                                "{\"email\":\"sokha@village.example\",\"name\":\"សុខា\",\"language\":\"km\",\"visitor\":\"127.0.0.1\"}"));
    }

    @Test
    void incompleteAddressIsSaidToBeAndNothingIsLost() {
        visitor.get("/lists/mekong-news");
        visitor.send(Map.of("email", "sokha@village", "name", "Sokha \"<b>"));
        assertThat(visitor.text()).contains("This is not a complete e-mail address.");
        assertThat(visitor.page().select("#email").attr("value")).isEqualTo("sokha@village");
        assertThat(visitor.page().select("#name").attr("value")).isEqualTo("Sokha \"<b>");
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().equals(JOINS));
    }

    @Test
    void robotThatFillsEveryFieldGetsTheSamePageAndNoMail() {
        visitor.get("/lists/mekong-news");
        visitor.send(Map.of("email", "robot1@village.example", "website", "https://spam.example"));
        assertThat(visitor.page().title()).startsWith("Look into your mailbox");
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().equals(JOINS));
    }

    @Test
    void oneAddressIsNotWrittenToAgainAndAgain() {
        for (int time = 1; time <= 5; time++) {
            visitor.get("/lists/mekong-news");
            visitor.send(Map.of("email", "victim@village.example"));
            assertThat(visitor.page().title()).startsWith("Look into your mailbox");
        }
        assertThat(scene.mailServer.calls())
                .filteredOn(call -> call.line().equals(JOINS))
                .hasSize(3);
    }

    @Test
    void formWithoutItsTokenIsRefusedKindly() {
        visitor.post("/lists/mekong-news", Map.of("email", "sokha@village.example"));
        assertThat(visitor.status()).isEqualTo(403);
        assertThat(visitor.text()).contains("The form was not sent");
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().equals(JOINS));
    }

    @Test
    void privateListLooksLikeOneThatDoesNotExist() {
        String secret = visitor.get("/lists/members").select("main").html();
        assertThat(visitor.status()).isEqualTo(404);
        String unknown = visitor.get("/lists/nobody").select("main").html();
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(secret).isEqualTo(unknown);
        visitor.get("/lists/..%2fmembers");
        assertThat(visitor.status()).isBetween(400, 404);
    }

    @Test
    void openingAConfirmationLinkOnlyShowsAndTheButtonActs() {
        scene.mailServer
                .whenSample("GET /confirmations/" + TOKEN, 200, "confirmation")
                .whenSample("POST /confirmations/" + TOKEN, 200, "confirmation-done");
        visitor.reading("fr").get("/confirm/" + TOKEN);
        assertThat(visitor.page().select("html").attr("lang")).isEqualTo("my");
        assertThat(visitor.text()).contains("htun@riverside.example", "Mekong news");
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().startsWith("POST"));
        visitor.send(Map.of());
        assertThat(visitor.text()).contains("သင် စာရင်းထဲ ရောက်ပါပြီ");
    }

    @Test
    void authorSeesThePostAndOnlyTheButtonSendsIt() {
        String waiting =
                StandInMailServer.sample("authorship").replace("safe boats", "safe boats <script>alert(1)</script>");
        scene.mailServer
                .when("GET /authorships/" + TOKEN, 200, waiting)
                .when("POST /authorships/" + TOKEN, 200, waiting.replace("waiting", "sent"));
        visitor.get("/authorship/" + TOKEN);
        assertThat(visitor.text())
                .contains(
                        "Is this mail from you?",
                        "kanya@market.example",
                        "Statement on fishing",
                        "<script>alert(1)</script>");
        assertThat(visitor.page().select("main script")).isEmpty();
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().startsWith("POST"));
        visitor.send(Map.of());
        assertThat(visitor.text()).contains("On its way");
        scene.mailServer.when("POST /authorships/" + TOKEN, 200, waiting.replace("waiting", "decided"));
        visitor.get("/authorship/" + TOKEN);
        visitor.send(Map.of());
        assertThat(visitor.text()).contains("Somebody has decided about this mail already");
    }

    @Test
    void expiredConfirmationLinkSaysWhatToDo() {
        visitor.get("/confirm/" + TOKEN);
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.text()).contains("This link no longer works", "start page");
    }

    @Test
    void brokenLinksAskTheMailServerNothing() {
        visitor.get("/confirm/short");
        visitor.get("/leave/with%20space%0d%0a");
        assertThat(scene.mailServer.calls()).isEmpty();
    }

    @Test
    void leavingTakesAButtonAndCanBeUndone() {
        scene.mailServer
                .whenSample("GET /unsubscriptions/" + TOKEN, 200, "unsubscription")
                .whenSample("POST /unsubscriptions/" + TOKEN, 200, "unsubscription-left");
        visitor.get("/leave/" + TOKEN + "?lang=en");
        assertThat(visitor.text()).contains("Do you want to leave Mekong news?");
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().startsWith("POST"));
        visitor.send(Map.of("reason", "Too much mail."));
        assertThat(scene.mailServer.calls())
                .contains(new StandInMailServer.Call(
                        "POST /unsubscriptions/" + TOKEN, "{\"reason\":\"Too much mail.\"}"));
        assertThat(visitor.text()).contains("You have left Mekong news", "Was this a mistake?");
        scene.mailServer.whenSample("POST /unsubscriptions/" + TOKEN + "/undo", 200, "unsubscription");
        visitor.send(Map.of());
        assertThat(visitor.text()).contains("You are on the list");
    }

    @Test
    void whoLeftLongAgoIsAskedByMailToJoinAgain() {
        scene.mailServer
                .whenSample("GET /unsubscriptions/" + TOKEN, 200, "unsubscription-gone")
                .whenSample("POST /unsubscriptions/" + TOKEN + "/undo", 200, "unsubscription-gone");
        visitor.get("/leave/" + TOKEN + "?lang=en");
        assertThat(visitor.text()).contains("You are not on this list");
        visitor.send(Map.of());
        assertThat(visitor.text()).contains("Look into your mailbox");
        assertThat(scene.mailServer.calls())
                .contains(new StandInMailServer.Call(
                        JOINS, "{\"email\":\"htun@riverside.example\",\"language\":\"my\",\"visitor\":\"127.0.0.1\"}"));
    }

    @Test
    void whatAModeratorDecidesIsSaid() {
        scene.mailServer
                .whenSample("GET /confirmations/" + TOKEN, 200, "confirmation")
                .when(
                        "POST /confirmations/" + TOKEN,
                        200,
                        StandInMailServer.sample("confirmation-done").replace("subscribed", "waiting"));
        visitor.get("/?lang=en");
        visitor.get("/confirm/" + TOKEN);
        visitor.send(Map.of());
        assertThat(visitor.text()).contains("Now it is up to the moderators");
    }

    @Test
    void mailProgramLeavesWithOnePostAndNoCookie() {
        scene.mailServer.whenSample("POST /unsubscriptions/" + TOKEN, 200, "unsubscription-left");
        visitor.post("/leave/" + TOKEN, Map.of("List-Unsubscribe", "One-Click"));
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.header("Set-Cookie")).isEmpty();
        assertThat(visitor.answer().previousResponse()).isEmpty();
        assertThat(scene.mailServer.calls()).anyMatch(call -> call.line().equals("POST /unsubscriptions/" + TOKEN));
        assertThat(visitor.page().select("html").attr("lang")).isEqualTo("my");
    }

    @Test
    void leavingTwiceIsNoErrorAndUnknownLinksSayWhatToDo() {
        scene.mailServer.whenSample("POST /unsubscriptions/" + TOKEN, 200, "unsubscription-gone");
        visitor.get("/?lang=en");
        visitor.post("/leave/" + TOKEN, Map.of());
        assertThat(visitor.text()).contains("You are not on this list");
        visitor.get("/leave/unknown-token");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.text()).contains("We do not know this link", "newer mail");
    }

    @Test
    void readerWhoseMailCameBackTakesItUpAgainByAButton() {
        scene.mailServer
                .whenSample("GET /resumptions/" + TOKEN, 200, "resumption")
                .whenSample("POST /resumptions/" + TOKEN, 200, "resumption");
        visitor.get("/resume/" + TOKEN + "?lang=en");
        assertThat(visitor.text()).contains("Does your address work again?", "Mails of Members");
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().startsWith("POST"));
        visitor.send(Map.of());
        assertThat(visitor.text()).contains("Thank you", "Members sends its mails to htun@riverside.example");
        visitor.get("/resume/unknown-token");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.text()).contains("We do not know this link");
    }

    @Test
    void pagesOfLinksAreKeptNowhereAndTellNobodyWhereTheReaderWas() {
        visitor.get("/leave/unknown-token");
        assertThat(visitor.header("Cache-Control")).contains("no-store");
        assertThat(visitor.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void whileTheMailServerIsAwayNothingIsPromised() {
        scene.mailServer.when(JOINS, 503, "{}");
        visitor.get("/lists/mekong-news");
        visitor.send(Map.of("email", "patient@village.example"));
        assertThat(visitor.status()).isEqualTo(503);
        assertThat(visitor.text()).contains("This does not work at the moment");
    }
}
