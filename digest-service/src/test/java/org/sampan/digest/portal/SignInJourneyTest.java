package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInJourneyTest {
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
    void mailIsInTheReadersLanguageAndToThatOneAddress() throws Exception {
        askFor(member, "th");
        assertThat(SignInMails.textIn(scene.submission))
                .contains("เปิดลิงก์นี้เพื่อเข้าสู่ระบบ", "15 นาที", "http://news.example/account/sign-in/");
        assertThat(scene.submission.caught()).singleElement().satisfies(mail -> {
            assertThat(mail.to()).isEqualTo(member);
            assertThat(mail.from()).isEmpty();
            assertThat(mail.message().getSubject()).isEqualTo("ลิงก์เข้าสู่ระบบ lists.example ของคุณ");
            assertThat(mail.message().getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.message().getMessageID()).matches("<sign-in\\.[0-9a-f-]{36}@lists\\.example>");
        });
    }

    @Test
    void strangerGetsTheSamePageAndNoMail() {
        String known = askFor(member, "en");
        String stranger = askFor("nobody@elsewhere.example", "en");
        assertThat(stranger.replace("nobody@elsewhere.example", member)).isEqualTo(known);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> scene.mailServer.calls().stream()
                        .anyMatch(call -> call.line().equals("GET /people/nobody%40elsewhere.example")));
        assertThat(scene.submission.caught()).noneMatch(mail -> mail.to().contains("elsewhere"));
    }

    @Test
    void linkWorksOnceAndOnlyByItsButton() {
        askFor(member, "en");
        String link = SignInMails.linkIn(scene.submission);
        visitor.get(link);
        visitor.get(link);
        assertThat(visitor.text()).contains("Sign in as " + member + "?");
        visitor.get("/account");
        assertThat(visitor.page().title()).startsWith("Sign in");
        visitor.get(link);
        visitor.send(Map.of());
        assertThat(visitor.page().title()).startsWith("Your lists");
        WebVisitor thief = scene.visitor();
        thief.get(link);
        assertThat(thief.status()).isEqualTo(404);
        assertThat(thief.text()).contains("This link no longer works", "Ask for a new one.");
    }

    @Test
    void accountShowsOwnListsAndSigningOutEndsIt() {
        visitor = scene.signedIn(member);
        visitor.get("/account");
        assertThat(visitor.text())
                .contains("You are signed in as " + member + ".", "Members", "all messages of a day in one mail")
                .contains("Your address refused our mails");
        visitor.get("/lists/members");
        assertThat(visitor.text()).contains("Private list: only its members see this page.");
        visitor.get("/account");
        String token = visitor.page().select("input[name=_csrf]").attr("value");
        visitor.post("/account/sign-out", Map.of("_csrf", token));
        visitor.get("/account");
        assertThat(visitor.page().title()).startsWith("Sign in");
    }

    @Test
    void linkNeverLeadsOutOfTheSite() {
        for (String next :
                new String[] {"https://evil.example/", "//evil.example", "/lists/members/../../x", "/\\evil"}) {
            visitor.get("/account/sign-in?next=" + next.replace("\\", "%5C"));
            assertThat(visitor.page().select("input[name=next]").attr("value")).isEmpty();
        }
    }

    @Test
    void madeUpLinksSignNobodyIn() {
        visitor.get("/account/sign-in/" + "a".repeat(43));
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get("/account/sign-in/short");
        assertThat(visitor.status()).isEqualTo(404);
    }

    private String askFor(String email, String language) {
        visitor.reading(language).get("/account/sign-in");
        return visitor.send(Map.of("email", email)).select("main").html();
    }
}
