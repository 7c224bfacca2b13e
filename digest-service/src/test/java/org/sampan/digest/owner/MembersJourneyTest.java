package org.sampan.digest.owner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.owner.ManagedList.BASE;
import static org.sampan.digest.owner.ManagedList.REST;
import static org.sampan.digest.owner.ManagedList.asked;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** An owner looks through the roster and at one member. */
class MembersJourneyTest {
    private static final String HTUN = "/members/htun%40riverside.example";
    private static final String PAGE = BASE + "/member?email=htun@riverside.example";

    private final PortalScene scene = ManagedList.scene();
    private final WebVisitor owner = scene.signedIn(scene.newSteward("owner"));

    @Test
    void membersAreShownInPagesWithHowManyThereAreOfEachKind() {
        Document page = owner.get(BASE + "/members?lang=en");
        assertThat(page.select(".cards .card").eachText().get(0))
                .contains(
                        "alice@harbour.example",
                        "Alice Chan · Harbour Workers' Centre · HK",
                        "each message as it comes");
        assertThat(page.select("#country option").eachText()).containsExactly("all", "MM (22)", "KH (12)");
        assertThat(page.select("#standing option").eachText())
                .contains("suspended: mail comes back (1)", "some mail came back (2)");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo(BASE + "/members?after=kanya%40market.example");
    }

    @Test
    void filtersAreAskedOfTheServerAndStayInLinksAndFile() {
        String query = "q=htun&mode=daily&country=MM&organisation=Riverside%20Legal%20Aid&standing=suspended";
        scene.mailServer
                .whenSample("GET " + REST + "/members?limit=50&" + query, 200, "members")
                .when(
                        "GET " + REST + "/facets?" + query,
                        200,
                        StandInMailServer.sample("facets")
                                .replace("\"members\": 41", "\"members\": 2")
                                .replace("\"members\": 3", "\"members\": 2"));
        Document page = owner.get(BASE
                + "/members?lang=en&q=htun&mode=daily&country=MM&organisation=Riverside+Legal+Aid&standing=suspended");
        assertThat(owner.text()).contains("htun@riverside.example");
        assertThat(page.select("#organisation option[selected]").text()).isEqualTo("Riverside Legal Aid (4)");
        assertThat(page.select("#mode option[selected]").text()).endsWith("(2)");
        assertThat(owner.text()).contains("2 members found, of 41 in all");
        assertThat(page.select("details.filters").hasAttr("open")).isTrue();
        assertThat(page.select("a[rel=next]").attr("href"))
                .isEqualTo(BASE + "/members?" + query.replace("%20", "+") + "&after=kanya%40market.example");
        assertThat(page.select("a[download]").attr("href"))
                .isEqualTo(BASE + "/members.csv?" + query.replace("%20", "+"));
    }

    @Test
    void nonsenseInTheAddressIsAsIfItWereNotThere() {
        owner.get(BASE + "/members?mode=hourly&standing=asleep&after=nobody");
        assertThat(owner.status()).isEqualTo(200);
        assertThat(asked(scene, "GET " + REST + "/members?limit=50")).isEmpty();
    }

    @Test
    void rosterIsTakenAlongAsTheMailServerWritesIt() {
        String file = "\uFEFFemail,name\r\nhtun@riverside.example,'=1+1\r\n";
        scene.mailServer.whenRaw("GET " + REST + "/members.csv?country=MM", file.getBytes(StandardCharsets.UTF_8));
        owner.get(BASE + "/members.csv?country=MM&after=alice@harbour.example");
        assertThat(new String(owner.answer().body(), StandardCharsets.UTF_8)).isEqualTo(file);
        assertThat(owner.header("Content-Type")).isEqualToIgnoringCase("text/csv;charset=utf-8");
        assertThat(owner.header("Content-Disposition")).contains("attachment", "mekong-news.csv");
    }

    @Test
    void memberIsShownWithConsentAndWhatCameBackInPlainWords() {
        scene.mailServer.whenSample("GET " + REST + HTUN + "/record", 200, "member-record");
        Document page = owner.get(PAGE + "&lang=en");
        assertThat(page.select("dl.facts").text())
                .contains("Came on it", "by the page, confirmed", "Riverside Legal Aid");
        assertThat(owner.text())
                .contains(
                        "Nothing is sent any more, because mail came back too often. That is so since 20 November 2026",
                        "the member is taken off the list on 15 January 2027",
                        "There is no such address, or it takes no mail.",
                        "550 5.1.1 No such user",
                        "Somebody, hopefully you, asked to put this address on the list.");
    }

    @Test
    void memberIsTakenUpAgainAndGetsAnotherModeAndModeration() {
        scene.mailServer
                .whenSample("GET " + REST + HTUN + "/record", 200, "member-record")
                .whenSample("PATCH " + REST + HTUN, 200, "member");
        owner.get(PAGE + "&lang=en");
        owner.send(BASE + "/member/state", Map.of("state", "active"));
        assertThat(asked(scene, "PATCH " + REST + HTUN)).isEqualTo("{\"state\":\"active\"}");
        assertThat(owner.text()).contains("Saved.");
        owner.send(BASE + "/member", Map.of("mode", "titles"));
        assertThat(asked(scene, "PATCH " + REST + HTUN)).isEqualTo("{\"mode\":\"titles\",\"moderated\":false}");
        owner.send(BASE + "/member", Map.of("mode", "titles", "moderated", "true"));
        assertThat(asked(scene, "PATCH " + REST + HTUN)).isEqualTo("{\"mode\":\"titles\",\"moderated\":true}");
    }

    @Test
    void memberIsRemovedOnlyByTheSecondButton() {
        scene.mailServer
                .whenSample("GET " + REST + HTUN + "/record", 200, "member-record")
                .when("DELETE " + REST + HTUN, 204, "");
        owner.get(BASE + "/member/remove?email=htun@riverside.example&lang=en");
        assertThat(owner.text()).contains("Take htun@riverside.example off the list?");
        assertThat(asked(scene, "DELETE " + REST + HTUN)).isEqualTo("never asked");
        owner.send(Map.of());
        assertThat(asked(scene, "DELETE " + REST + HTUN)).isEmpty();
        assertThat(owner.answer().uri().getPath()).isEqualTo(BASE + "/members");
        assertThat(owner.text()).contains("The member was taken off the list.");
    }

    @Test
    void whoIsNotOnTheListHasNoPage() {
        owner.get(BASE + "/member?email=nobody@farm.example");
        assertThat(owner.status()).isEqualTo(404);
        owner.get(BASE + "/member?email=nonsense");
        assertThat(owner.status()).isEqualTo(404);
    }

    @Test
    void healthyMemberIsSaidToBeSo() {
        scene.mailServer.when(
                "GET " + REST + HTUN + "/record",
                200,
                StandInMailServer.sample("member-record")
                        .replace("\"suspended\",\n    \"moderated\"", "\"active\",\n    \"moderated\"")
                        .replaceAll("(?s)\"trouble\": \\{.*?\\}", "\"trouble\": null")
                        .replace("\"score\": 3.0", "\"score\": 0.0"));
        owner.get(PAGE + "&lang=en");
        assertThat(owner.text()).contains("Yes. Nothing has come back lately.", "Stop sending");
    }
}
