package org.sampan.digest.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.owner.ManagedList.BASE;
import static org.sampan.digest.owner.ManagedList.REST;
import static org.sampan.digest.owner.ManagedList.asked;

import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.SignInMails;
import org.sampan.digest.portal.WebVisitor;

/** Who may look after a list, and what owners see first, set and decide. */
class ManageJourneyTest {
    private final PortalScene scene = ManagedList.scene();

    @Test
    void ownerWhoIsOnNoListSignsInAndComesToTheListByTheAccount() {
        WebVisitor owner = scene.signedIn(scene.newSteward("owner"));
        Document account = owner.get("/account?lang=en");
        assertThat(account.select("a[href=" + BASE + "]").text()).isEqualTo("Mekong news");
        owner.get("/lists/mekong-news");
        assertThat(owner.page().select("main a[href=" + BASE + "]").text()).isEqualTo("Look after this list");
        assertThat(owner.get(BASE).select(".parts a").eachAttr("href"))
                .contains(BASE, BASE + "/members", BASE + "/settings", BASE + "/stewards")
                .doesNotContain("/manage");
    }

    @Test
    void growthDeliveriesAndBouncesAreDrawnAndCanBeReadOut() {
        WebVisitor owner = scene.signedIn(scene.newSteward("owner"));
        Document page = owner.get(BASE + "?lang=en");
        assertThat(page.select("svg[role=img] > title").eachText())
                .containsExactly(
                        "Members", "Copies of posts, by the day the post was sent out", "Mails that came back");
        assertThat(page.select("svg desc").eachText().get(0)).isEqualTo("From 1,180 to 1,200 members in ninety days.");
        assertThat(page.select("svg polyline").attr("points"))
                .startsWith("0.0,")
                .contains(" 480.0,");
        assertThat(page.select("svg rect.series-2")).hasSize(2);
        assertThat(page.select("table").get(1).select("tbody tr").eachText())
                .containsExactly("2026-11-22 151 2 47", "2026-11-21 0 0 0", "2026-11-20 1,165 0 4");
        assertThat(page.select("svg [style], svg script")).isEmpty();
    }

    @Test
    void settingIsChangedAndOnlyWhatWasChangedIsSent() {
        WebVisitor owner = scene.signedIn(scene.newSteward("owner"));
        owner.get(BASE + "/settings?lang=en");
        assertThat(owner.text()).contains("How people get on the list", "Joining");
        assertThat(owner.page().select("#set-joining option[selected]").text())
                .isEqualTo("after confirming by mail · confirm");
        owner.send(Map.of("set.joining", "moderate"));
        assertThat(owner.text()).contains("Saved.");
        assertThat(asked(scene, "PATCH " + REST)).isEqualTo("{\"joining\":\"moderate\"}");
    }

    @Test
    void settingThatIsNotAllowedSaysWhat() {
        WebVisitor owner = scene.signedIn(scene.newSteward("owner"));
        scene.mailServer.whenSample("PATCH " + REST, 400, "problem");
        owner.get(BASE + "/settings?lang=en");
        owner.send(Map.of("set.name", "x".repeat(600)));
        assertThat(owner.page().select("[role=alert]").text()).isNotBlank();
    }

    @Test
    void settingsSpeakTheReadersLanguageAndKeepTheirKeys() {
        WebVisitor owner = scene.signedIn(scene.newSteward("owner"));
        owner.get(BASE + "/settings?lang=th");
        assertThat(owner.page().select("label[for=set-joining]").text()).isEqualTo("วิธีเข้าร่วม joining");
        assertThat(owner.page().select("#set-joining option[value=closed]").text())
                .isEqualTo("เจ้าของกลุ่มเพิ่มให้เท่านั้น · closed");
        assertThat(owner.page().select("#how-holdPostsFor").text()).contains("365d", "ชั่วโมง");
        assertThat(owner.page().select("h2.group").eachText()).doesNotHaveDuplicates();
        assertThat(owner.page().select(".setting > .meta[lang=en]")).isEmpty();
    }

    @Test
    void settingOfANewerMailServerIsInItsOwnEnglish() {
        scene.mailServer.when(
                "GET /list-settings",
                200,
                StandInMailServer.sample("list-settings")
                        .replace("\"firstPostsHeld\"", "\"colour\"")
                        .replace(
                                "How many posts of a new member",
                                "Which colour posts of a new member have, and how many"));
        WebVisitor owner = scene.signedIn(scene.newSteward("owner"));
        owner.get(BASE + "/settings?lang=my");
        assertThat(owner.page().select("label[for=set-colour]").text()).isEqualTo("colour");
        assertThat(owner.page().select("#why-colour[lang=en]").text()).startsWith("Which colour");
    }

    @Test
    void rulesForPostingAreShownInOrder() {
        scene.mailServer.whenSample("GET " + REST + "/rules?language=vi", 200, "rules");
        WebVisitor owner = scene.signedIn(scene.newSteward("owner"));
        owner.get(BASE + "/settings?lang=vi");
        assertThat(owner.page().select("main a[href=" + BASE + "/rules]")).hasSize(1);
        owner.get(BASE + "/rules");
        assertThat(owner.page().select("ol.rules li").eachText())
                .containsExactly("A mail that has been through the list already is refused. loop");
    }

    @Test
    void applicantsAreLetInAndPeopleInvited() {
        WebVisitor owner = scene.signedIn(scene.newSteward("owner"));
        owner.get(BASE + "/joins?lang=en");
        assertThat(owner.text()).contains("htun@riverside.example", "Let in", "Invite people");
        owner.send(Map.of("decision", "admit"));
        assertThat(owner.text()).contains("A welcome is on its way.");
        assertThat(asked(scene, "POST " + REST + "/waiting/17/admit")).matches("\\{\"by\":\"[^\"]+@[^\"]+\"}");
        assertThat(owner.page().select("#decided + ul li").text())
                .contains("htun@riverside.example", "refused", "boun@mekong-network.example", "for staff only");
        scene.mailServer.when("GET " + REST + "/waiting", 200, "{\"waiting\":[]}");
        owner.get(BASE + "/joins");
        owner.send(Map.of("emails", "htun@riverside.example, nobody", "words", "Do come."));
        assertThat(owner.text()).contains("htun@riverside.example: invited", "nobody: is no address");
    }

    @Test
    void moderatorSeesWhatWaitsAndNothingElse() {
        WebVisitor moderator = scene.signedIn(scene.newSteward("moderator"));
        moderator.get(BASE);
        assertThat(moderator.answer().uri().getPath()).isEqualTo(BASE + "/queue");
        assertThat(moderator.page().select(".parts a").eachAttr("href"))
                .containsExactly(BASE + "/queue", BASE + "/joins");
        moderator.get(BASE + "/joins");
        assertThat(moderator.text()).contains("htun@riverside.example").doesNotContain("Invite people");
        for (String page : new String[] {
            "/members",
            "/members.csv",
            "/member?email=htun@riverside.example",
            "/settings",
            "/rules",
            "/stewards",
            "/sends",
            "/import"
        }) {
            moderator.get(BASE + page);
            assertThat(moderator.status()).as(page).isEqualTo(404);
        }
        assertThat(scene.mailServer.calls()).noneMatch(it -> it.line().contains("/members"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/members", "/member/remove", "/queue", "/sends/b7n4qk2zr5tx6wpa3mde", "/nothing"})
    void toEverybodyElseThePagesDoNotExist(String page) {
        WebVisitor stranger = scene.visitor();
        stranger.get(BASE + page);
        assertThat(stranger.answer().uri().toString()).endsWith("/account/sign-in?next=" + BASE + page);
        WebVisitor member = scene.signedIn(scene.newMember());
        member.get(BASE + page);
        assertThat(member.status()).isEqualTo(404);
        member.get("/lists/nowhere/manage" + page);
        assertThat(member.status()).isEqualTo(404);
    }

    @Test
    void whoSignsInComesBackToThePage() {
        String email = scene.newSteward("owner");
        WebVisitor owner = scene.visitor().comingFrom("198.51.100.77");
        owner.get(BASE + "/members");
        owner.send(Map.of("email", email));
        owner.get(SignInMails.linkIn(scene.submission));
        owner.send(Map.of());
        assertThat(owner.answer().uri().getPath()).isEqualTo(BASE + "/members");
        assertThat(owner.status()).isEqualTo(200);
    }

    @Test
    void formWithoutItsTokenChangesNothing() {
        WebVisitor owner = scene.signedIn(scene.newSteward("owner"));
        for (String form : new String[] {"/settings", "/member/remove", "/queue", "/stewards/owners", "/import"}) {
            owner.post(BASE + form, Map.of("email", "htun@riverside.example", "decision", "approve"));
            assertThat(owner.status()).as(form).isEqualTo(403);
        }
        assertThat(scene.mailServer.calls()).noneMatch(it -> it.line().startsWith("DELETE"));
    }
}
