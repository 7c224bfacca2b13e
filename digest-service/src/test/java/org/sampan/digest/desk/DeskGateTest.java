package org.sampan.digest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** Who comes into the newsroom, and who does not. */
class DeskGateTest {
    private static final String[] PAGES = {
        "/desk", "/desk/editors", "/desk/journal", "/desk/statements", "/desk/statements/new"
    };

    private PortalScene scene = PortalScene.fresh();

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
    }

    private String newEditor() {
        String email = scene.newMember();
        scene.service.bean(Editors.class).add(new Editor(new EmailAddress(email), "operator", Instant.EPOCH));
        return email;
    }

    @Test
    void strangerIsAskedToSignIn() {
        WebVisitor stranger = scene.visitor();
        for (String page : PAGES) {
            stranger.get(page);
            assertThat(stranger.answer().uri().toString()).as(page).endsWith("/account/sign-in?next=" + page);
        }
    }

    @Test
    void forMembersThereIsNoNewsroom() {
        WebVisitor member = scene.signedIn(scene.newMember());
        for (String page : PAGES) {
            member.get(page);
            assertThat(member.status()).as(page).isEqualTo(404);
        }
        assertThat(member.get("/account").select("nav a[href=/desk]")).isEmpty();
    }

    @Test
    void memberCannotPostToIt() {
        WebVisitor member = scene.signedIn(scene.newMember());
        member.get("/account");
        member.post(
                "/desk/editors",
                Map.of(
                        "email",
                        "mallory@harbour.example",
                        "_csrf",
                        member.page().select("input[name=_csrf]").val()));
        assertThat(member.status()).isEqualTo(404);
        assertThat(scene.service.bean(Editors.class).has(new EmailAddress("mallory@harbour.example")))
                .isFalse();
    }

    @Test
    void editorLetsSomebodyInAndTheJournalTellsWho() {
        String email = newEditor();
        WebVisitor editor = scene.signedIn(email);
        assertThat(editor.get("/account").select("nav a[href=/desk]")).isNotEmpty();
        editor.get("/desk/editors?lang=en");
        editor.post(
                "/desk/editors",
                Map.of(
                        "email",
                        "sokha@village.example",
                        "_csrf",
                        editor.page().select("input[name=_csrf]").val()));
        assertThat(editor.text()).contains("sokha@village.example", "let in by " + email);
        editor.get("/desk/journal");
        assertThat(editor.text()).contains(email, "let in an editor: sokha@village.example");
    }

    @Test
    void editorNeedNotBeOnAnyList() {
        String email = "secretary@harbour.example";
        scene.service.bean(Editors.class).add(new Editor(new EmailAddress(email), "operator", Instant.EPOCH));
        WebVisitor editor = scene.signedIn(email);
        editor.get("/desk");
        assertThat(editor.status()).isEqualTo(200);
    }

    @Test
    void whoIsRemovedIsOutAtOnce() {
        String email = newEditor();
        WebVisitor editor = scene.signedIn(email);
        editor.get("/desk");
        assertThat(editor.status()).isEqualTo(200);
        scene.service.bean(Editors.class).remove(new EmailAddress(email));
        editor.get("/desk");
        assertThat(editor.status()).isEqualTo(404);
    }

    @Test
    void formWithoutItsTokenDoesNothing() {
        WebVisitor editor = scene.signedIn(newEditor());
        editor.post("/desk/editors", Map.of("email", "mallory@harbour.example"));
        assertThat(editor.status()).isEqualTo(403);
    }

    @Test
    void onlyTheNewsroomMayRunScriptsAndOnlyOurs() {
        WebVisitor editor = scene.signedIn(newEditor());
        editor.get("/desk");
        assertThat(editor.header("Content-Security-Policy"))
                .contains("script-src 'self'")
                .doesNotContain("unsafe");
        editor.get("/account");
        assertThat(editor.header("Content-Security-Policy")).doesNotContain("script-src");
    }
}
