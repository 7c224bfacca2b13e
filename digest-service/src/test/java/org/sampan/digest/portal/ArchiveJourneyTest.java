package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.StandInMailServer;

/** A member signs in by mail and reads what the private list wrote; nobody else does. */
class ArchiveJourneyTest {
    private static final String ARCHIVE = "/lists/members/posts";
    private static final String POST = ARCHIVE + "/" + PortalScene.REPLY;

    private PortalScene scene = PortalScene.fresh();
    private WebVisitor visitor = scene.visitor();
    private String member = "";

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        visitor = scene.visitor();
        member = scene.newMember();
    }

    @Test
    void strangerIsAskedToSignInWhetherOrNotTheListExists() {
        String hidden = visitor.get(ARCHIVE).select("main").html();
        assertThat(visitor.page().title()).startsWith("Sign in");
        String unknown = visitor.get("/lists/nobody1/posts").select("main").html();
        assertThat(withoutSecrets(unknown).replace("nobody1", "members")).isEqualTo(withoutSecrets(hidden));
        visitor.get(POST + "/attachments/1.2");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().contains("/posts"));
    }

    @Test
    void linkInAMailLeadsAMemberThroughSigningInToThePost() {
        visitor.get(POST);
        visitor.send(Map.of("email", member.toUpperCase(Locale.ROOT)));
        assertThat(visitor.text()).contains("Look into your mailbox");
        visitor.get(SignInMails.linkIn(scene.submission));
        assertThat(visitor.cookieNames()).doesNotContain("session");
        visitor.send(Map.of());
        assertThat(visitor.answer().uri().getPath()).isEqualTo(POST);
        assertThat(visitor.text()).contains("Re: ประชุมวันจันทร์", "Alice Chan", "Monday is fine.", "Quoted text");
    }

    @Test
    void postLeadsToWhatItAnswers() {
        visitor = scene.signedIn(member);
        Document page = visitor.get(POST);
        assertThat(page.select("a[rel=prev]").eachAttr("href")).containsExactly(ARCHIVE + "/" + PortalScene.PLAN);
        page = visitor.get(ARCHIVE);
        assertThat(page.select(".card h2").eachText()).containsExactly("ประชุมวันจันทร์", "Re: ประชุมวันจันทร์");
        assertThat(page.select("a[rel=next]").attr("href")).isEqualTo(ARCHIVE + "?after=c2k7zj5mq3wr6txb4nfa");
    }

    @Test
    void attachmentIsAFileWhateverItSaysToBe() {
        visitor = scene.signedIn(member);
        scene.mailServer.whenRaw(
                PortalScene.MEMBERS + "/posts/" + PortalScene.REPLY + "/raw", PortalScene.mail("attachments"));
        assertThat(visitor.get(POST).select(".files a").eachText())
                .containsExactly("แถลงการณ์.pdf", "ကြေညာချက်.html", "message.eml");
        visitor.get(POST + "/attachments/1.3");
        assertThat(visitor.header("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(visitor.header("Content-Disposition")).startsWith("attachment;");
        assertThat(visitor.header("Content-Security-Policy")).isEqualTo("default-src 'none'; sandbox");
        assertThat(visitor.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(new String(visitor.answer().body(), StandardCharsets.UTF_8)).contains("<script>");
        visitor.get(POST + "/attachments/1.9");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void memberOfAnotherListFindsNothing() {
        scene.setPerson(
                member, StandInMailServer.sample("person").replace("members@lists.example", "board@lists.example"));
        visitor = scene.signedIn(member);
        visitor.get(POST);
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get("/lists/members");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void whoIsTakenOffTheListIsOutAtOnce() {
        visitor = scene.signedIn(member);
        visitor.get(POST);
        assertThat(visitor.status()).isEqualTo(200);
        scene.mailServer.when("GET /people/" + member.replace("@", "%40"), 404, "{}");
        visitor.get(POST);
        assertThat(visitor.status()).isEqualTo(404);
    }

    @Test
    void publicArchiveIsOpenAndShowsNoAddresses() {
        scene.mailServer
                .when(
                        PortalScene.NEWS + "/posts?limit=50",
                        200,
                        StandInMailServer.sample("posts").replace("Alice Chan", ""))
                .whenSample(PortalScene.NEWS + "/posts?limit=50&after=x%26y", 200, "posts");
        visitor.get("/lists/mekong-news/posts");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.text()).contains("alice@…").doesNotContain("alice@harbour.example");
        visitor.get("/lists/mekong-news/posts?after=x%26y");
        assertThat(visitor.text()).contains("Newest messages");
    }

    private static String withoutSecrets(String html) {
        return html.replaceAll("value=\"[^\"]{20,}\"", "");
    }
}
