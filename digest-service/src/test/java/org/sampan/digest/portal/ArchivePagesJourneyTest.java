package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.StandInMailServer;

/** The archive by month and thread, feeds, links to files, and what owners take out. */
class ArchivePagesJourneyTest {
    private static final String LIST = "/lists/members";
    private static final String POST = LIST + "/posts/" + PortalScene.REPLY;
    private static final String THREAD = LIST + "/threads/" + PortalScene.PLAN;

    private PortalScene scene = PortalScene.fresh();
    private String member = "";

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        member = scene.newMember();
        scene.mailServer
                .whenSample(PortalScene.MEMBERS + "/months", 200, "months")
                .whenSample(PortalScene.MEMBERS + "/months/2026-11", 200, "threads")
                .whenSample(PortalScene.MEMBERS + "/posts/" + PortalScene.PLAN + "/thread", 200, "thread")
                .whenRaw(PortalScene.MEMBERS + "/posts/" + PortalScene.PLAN + "/raw", PortalScene.mail("flowed-reply"));
    }

    @Test
    void memberReadsAMonthAndAWholeConversationOnOnePage() {
        WebVisitor visitor = scene.signedIn(member);
        Document posts = visitor.get(LIST + "/posts");
        assertThat(posts.select(".months a").eachText()).containsExactly("November 2026", "October 2026");
        Document month = visitor.get(posts.select(".months a").eachAttr("href").get(0));
        assertThat(month.select(".card h2 a").eachAttr("href")).containsExactly(THREAD);
        assertThat(month.select(".card .meta").text()).contains("2 messages");
        Document thread = visitor.get(THREAD);
        assertThat(thread.select("article")).hasSize(2);
        assertThat(thread.select("article h2 a").eachAttr("href"))
                .containsExactly(LIST + "/posts/" + PortalScene.PLAN, POST);
        assertThat(visitor.text()).contains("Monday is fine.", "a home address", "owner@harbour.example");
        assertThat(visitor.get(POST).select("a[href=" + LIST + "/threads/" + PortalScene.REPLY + "]"))
                .hasSize(1);
    }

    @Test
    void whoLooksAfterTheListGetsToItsPagesFromMonthsAndConversations() {
        String manage = "a[href=" + LIST + "/manage]";
        WebVisitor visitor = scene.signedIn(member);
        assertThat(visitor.get(LIST + "/months/2026-11").select(manage)).isEmpty();
        scene.mailServer.when("GET /stewards/" + member.replace("@", "%40"), 200, """
                {"lists":[{"list":"members@lists.example","listName":"Members","role":"owner"}]}""");
        assertThat(visitor.get(LIST + "/months/2026-11").select(manage)).hasSize(1);
        assertThat(visitor.get(THREAD).select(manage)).hasSize(1);
    }

    @Test
    void strangersAreAskedToSignInForEveryPageOfAPrivateArchive() {
        WebVisitor visitor = scene.visitor();
        for (String page : new String[] {"/months/2026-11", "/threads/" + PortalScene.PLAN, "/feed"}) {
            visitor.get(LIST + page);
            assertThat(visitor.page().title()).startsWith("Sign in");
        }
        visitor.get(POST + "/files/1.2?until=9999999999&key=k");
        assertThat(visitor.page().title()).startsWith("Sign in");
        visitor.get(POST + "/removal");
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get(LIST + "/feed.atom");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().contains("/posts"));
    }

    @Test
    void removedPostIsOnlyATrace() {
        scene.mailServer
                .whenSample(PortalScene.MEMBERS + "/posts/" + PortalScene.REPLY + "/removal", 200, "removal")
                .when(
                        PortalScene.MEMBERS + "/posts/" + PortalScene.REPLY,
                        200,
                        StandInMailServer.sample("post")
                                .replace("Re: ประชุมวันจันทร์", "")
                                .replace("alice@harbour.example", "")
                                .replace("Alice Chan", ""));
        WebVisitor visitor = scene.signedIn(member);
        visitor.get(POST);
        assertThat(visitor.text())
                .contains("taken out of the archive", "owner@harbour.example", "a home address", "(no subject)")
                .doesNotContain("Monday is fine.");
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().endsWith("/raw"));
    }

    @Test
    void ownerTakesAPostOutAndAMemberCannot() {
        scene.mailServer
                .when(
                        PortalScene.MEMBERS + "/stewards",
                        200,
                        "{\"owners\":[\"" + member + "\"],\"moderators\":[],\"banned\":[]}")
                .whenSample(
                        "POST " + PortalScene.MEMBERS.substring(4) + "/posts/" + PortalScene.REPLY + "/remove",
                        200,
                        "removal")
                .whenSample(
                        "POST " + PortalScene.MEMBERS.substring(4) + "/posts/" + PortalScene.REPLY + "/redact",
                        200,
                        "removal");
        WebVisitor owner = scene.signedIn(member);
        assertThat(owner.get(POST).select("a[href$=/removal]")).hasSize(1);
        owner.get(POST + "/removal");
        owner.send(Map.of("reason", "a home address"));
        assertThat(owner.answer().uri().getPath()).isEqualTo(POST);
        assertThat(scene.mailServer.calls())
                .anyMatch(call -> call.line().endsWith("/remove")
                        && call.body().contains(member)
                        && call.body().contains("a home address"));
        owner.get(POST + "/removal");
        owner.send(Map.of("text", "[taken out]"));
        assertThat(scene.mailServer.calls())
                .anyMatch(call -> call.line().endsWith("/redact") && call.body().contains("[taken out]"));
        String other = scene.newMember();
        WebVisitor visitor = scene.signedIn(other);
        assertThat(visitor.get(POST).select("a[href$=/removal]")).isEmpty();
        visitor.get(POST + "/removal");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void fileOfALinkIsDownloadedUntilItsTime() {
        String file = PortalScene.MEMBERS + "/posts/" + PortalScene.REPLY + "/files/1.2";
        scene.mailServer
                .whenRaw(PortalScene.MEMBERS + "/posts/" + PortalScene.REPLY + "/raw", PortalScene.mail("attachments"))
                .whenRaw(file + "?until=9&key=good", "file".getBytes(StandardCharsets.UTF_8))
                .when(file + "?until=1&key=old", 410, "{\"status\":410}")
                .when(file + "?until=1&key=bad", 403, "{\"status\":403}");
        WebVisitor visitor = scene.signedIn(member);
        visitor.get(POST + "/files/1.2?until=9&key=good");
        assertThat(visitor.answer().body()).isEqualTo("file".getBytes(StandardCharsets.UTF_8));
        assertThat(visitor.header("Content-Disposition")).startsWith("attachment;");
        assertThat(visitor.header("Content-Security-Policy")).contains("sandbox");
        visitor.get(POST + "/files/1.2?until=1&key=old");
        assertThat(visitor.status()).isEqualTo(410);
        assertThat(visitor.text()).contains("past its time");
        visitor.get(POST + "/files/1.2?until=1&key=bad");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void memberMakesReadsAndEndsAFeedAddress() {
        String feed = PortalScene.MEMBERS.substring(4) + "/members/" + member.replace("@", "%40") + "/feed";
        scene.mailServer
                .whenSample("POST " + feed, 201, "feed-made")
                .when("GET " + feed, 200, "{\"madeAt\":\"2026-11-22T01:00:00Z\"}")
                .whenSample(PortalScene.MEMBERS + "/posts?limit=30", 200, "posts")
                .when(
                        "GET /feeds/3vJqk0mC1nYtq8Jt3xTgq2mQy4b0Zs1A",
                        200,
                        StandInMailServer.sample("feed-holder").replace("alice@harbour.example", member));
        WebVisitor visitor = scene.signedIn(member);
        visitor.get(LIST + "/feed");
        Document made = visitor.send(Map.of("what", "make"));
        String address = made.select(".panel a").attr("href");
        assertThat(address).endsWith("/lists/members/feed/3vJqk0mC1nYtq8Jt3xTgq2mQy4b0Zs1A.atom");
        WebVisitor reader = scene.visitor();
        reader.get(java.net.URI.create(address).getPath());
        assertThat(reader.header("Content-Type")).startsWith("application/atom+xml");
        assertThat(reader.header("Cache-Control")).isEqualTo("no-store");
        assertThat(new String(reader.answer().body(), StandardCharsets.UTF_8))
                .contains("ประชุมวันจันทร์", "/lists/members/posts/" + PortalScene.REPLY)
                .doesNotContain("3vJqk0mC1nYtq8Jt3xTgq2mQy4b0Zs1A");
        scene.setPerson(member, StandInMailServer.sample("person").replace("members@lists.example", "x@lists.example"));
        reader.get(java.net.URI.create(address).getPath());
        assertThat(reader.status()).isEqualTo(404);
    }

    @Test
    void publicListHasAFeedForEverybody() {
        scene.mailServer.whenSample(PortalScene.NEWS + "/posts?limit=30", 200, "posts");
        WebVisitor visitor = scene.visitor();
        visitor.get("/lists/mekong-news/feed.atom");
        assertThat(new String(visitor.answer().body(), StandardCharsets.UTF_8))
                .contains("<feed", "Alice Chan")
                .doesNotContain("@harbour.example");
        assertThat(visitor.header("Cache-Control")).contains("public");
    }
}
