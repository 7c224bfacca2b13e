package org.sampan.digest.desk.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.State;
import org.sampan.digest.statement.StatementFile;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.Text;

class StatementDeskTest {
    private PortalScene scene = PortalScene.fresh();
    private SceneStatements statements = new SceneStatements(scene);
    private WebVisitor editor = scene.visitor();
    private String email = "";

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        statements = new SceneStatements(scene);
        email = statements.newEditor();
        editor = scene.signedIn(email);
    }

    private StatementId draft() {
        return statements
                .draft(List.of(SceneStatements.MEMBERS, SceneStatements.NEWS))
                .id();
    }

    private Content contentOf(StatementId id) {
        return statements.find(id).latest().content();
    }

    private String open(StatementId id) {
        String page = "/desk/statements/" + id;
        editor.get(page + "?lang=en");
        assertThat(editor.status()).isEqualTo(200);
        return page;
    }

    @Test
    void draftIsKeptHoweverLittleOfItThereIs() {
        editor.get("/desk/statements/new?lang=en");
        editor.send(Map.of("language", "km"));
        assertThat(editor.status()).isEqualTo(200);
        assertThat(editor.text()).contains("(no title yet)", "This is a draft", "What is missing");
        assertThat(editor.text()).contains("The text in ខ្មែរ has no title or no words yet", "at least one list");
    }

    @Test
    void translationIsMarkedWhenTheOriginalChanges() {
        StatementId id = draft();
        String page = open(id);
        editor.get(page + "/texts/en");
        editor.send(Map.of("body", "We call for an **end** to fees, now.", "subject", "Statement on the kilns"));
        assertThat(editor.page().select("#texts .card").get(1).text()).contains("the original has changed since");
        editor.get(page + "/texts/km");
        assertThat(editor.text()).contains("The original has changed since this translation", "to fees, now.");
        editor.send(Map.of("body", "យើងអំពាវនាវឱ្យបញ្ចប់ថ្លៃឥឡូវនេះ។", "agrees", "true"));
        assertThat(editor.page().select("#texts .card").get(1).text()).doesNotContain("has changed since");
        Text khmer = contentOf(id).text(SceneStatements.KHMER).orElseThrow();
        assertThat(khmer.body().source()).isEqualTo("យើងអំពាវនាវឱ្យបញ្ចប់ថ្លៃឥឡូវនេះ។");
        assertThat(contentOf(id).isStale(khmer)).isFalse();
    }

    @Test
    void olderTranslationHoldsItUpUntilSomebodyDecides() {
        StatementId id = draft();
        String page = open(id);
        editor.get(page + "/texts/en");
        editor.send(Map.of("body", "We call for an **end** to fees, now."));
        editor.press(page + "/send", Map.of());
        assertThat(editor.status()).isEqualTo(422);
        assertThat(editor.text()).contains("has changed since it was translated into ខ្មែរ");
        editor.press(page + "/texts/my/remove", Map.of());
        editor.press(page + "/texts/km/older", Map.of());
        assertThat(editor.page().select("#texts .card").get(1).text())
                .contains("the original has changed since", "goes as it is, and says so");
        assertThat(editor.page().select("#journal").text()).contains("let an older translation go");

        editor.get(page + "/texts/en");
        editor.send(Map.of("body", "We call for an **end** to all fees, now."));
        editor.press(page + "/send", Map.of());
        assertThat(editor.status()).as("the original has changed once more").isEqualTo(422);

        editor.press(page + "/texts/km/older", Map.of());
        editor.press(page + "/send", Map.of());
        assertThat(statements.find(id).latest().state()).isNotEqualTo(State.DRAFT);
    }

    @Test
    void whoWritesAtTheSameTimeOverwritesNothingUnseen() {
        StatementId id = draft();
        editor.get(open(id) + "/texts/en");
        Text text = contentOf(id).original();
        scene.service
                .bean(EditStatement.class)
                .say(id, text.saying("Bob's title", text.body(), ""), List.of(), new Actor("bob@harbour.example"));
        editor.send(Map.of("subject", "Alice's title"));
        assertThat(editor.status()).isEqualTo(422);
        assertThat(editor.text()).contains("bob@harbour.example has changed this text", "Bob's title");
        assertThat(editor.page().select("#subject").val()).isEqualTo("Alice's title");
        editor.send(Map.of("subject", "Alice's title"));
        assertThat(contentOf(id).original().subject()).isEqualTo("Alice's title");
    }

    @Test
    void contactsAreKeptForEachLanguage() {
        StatementId id = draft();
        editor.get(open(id) + "/texts/km");
        editor.send(Map.of("name", "សុខា", "phone", "+855 12 345 678", "email", "sokha@village.example"));
        assertThat(contentOf(id).contacts(SceneStatements.KHMER))
                .singleElement()
                .satisfies(contact -> assertThat(contact.email()).isEqualTo("sokha@village.example"));
        assertThat(contentOf(id).contacts()).hasSize(2);
    }

    @Test
    void filesAreAddedOrderedAndTakenOutAndProgramsRefused() {
        StatementId id = draft();
        String page = open(id);
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H', 'D', 'R'};
        editor.upload(page + "/files", Map.of("language", "km"), "file", "map.png", png);
        assertThat(editor.page().select("#files .card h3").eachText())
                .element(1)
                .isEqualTo("map.png");
        editor.press(page + "/files/1/up", Map.of());
        assertThat(contentOf(id).files())
                .extracting(StatementFile::type)
                .containsExactly("image/png", "application/pdf");
        editor.upload(
                page + "/files",
                Map.of("language", ""),
                "file",
                "annex.pdf",
                "MZ\0\0 a program".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(editor.text()).contains("The file annex.pdf is application/x-");
        editor.press(page + "/files/0/remove", Map.of());
        assertThat(contentOf(id).files()).hasSize(1);
    }

    @Test
    void fileThatIsTooLargeIsCalledSo() {
        StatementId id = draft();
        String page = open(id);
        editor.upload(page + "/files", Map.of("language", ""), "file", "film.mp4", new byte[21 * 1024 * 1024]);
        assertThat(editor.status()).isEqualTo(413);
        assertThat(editor.text()).contains("A file may have 20 MB");
    }

    @Test
    void listsEmbargoAndSignatoriesAreChanged() {
        StatementId id = draft();
        String page = open(id);
        editor.press(page + "/lists/mekong-news@lists.example/up", Map.of());
        editor.press(page + "/lists/members@lists.example/readers", Map.of("again", "true"));
        editor.press(page + "/signatories", Map.of("signatories", "Village Network\r\n\r\nPort Chaplaincy\r\n"));
        editor.press(page + "/embargo", Map.of("time", "2026-12-01T09:00", "zone", "Asia/Nowhere"));
        assertThat(editor.status()).isEqualTo(422);
        assertThat(editor.page().select("#zone").val()).isEqualTo("Asia/Nowhere");
        editor.press(page + "/embargo", Map.of("time", "2036-12-01T09:00", "zone", "Asia/Yangon"));
        Content content = contentOf(id);
        assertThat(content.lists()).containsExactly(SceneStatements.NEWS, SceneStatements.MEMBERS);
        assertThat(content.destinations().get(1).again()).isTrue();
        assertThat(content.signatories()).containsExactly("Village Network", "Port Chaplaincy");
        assertThat(content.embargo().map(Embargo::until).map(String::valueOf)).contains("2036-12-01T02:30:00Z");
        assertThat(editor.text()).contains("Send when the embargo ends");
        editor.press(page + "/send", Map.of());
        assertThat(statements.find(id).latest().state()).isEqualTo(State.EMBARGOED);
        assertThat(scene.submission.caught()).noneMatch(mail -> mail.to().endsWith("@lists.example"));
    }

    @Test
    void whatWasTypedIsNotLostWithTheSession() {
        StatementId id = draft();
        WebVisitor signedOut = scene.signedIn(statements.newEditor());
        String page = "/desk/statements/" + id;
        signedOut.get(page + "/texts/en?lang=en");
        String typed = "Typed for an hour on a phone, and then the session was over. "
                .repeat(3)
                .strip();
        signedOut.forget("session");
        signedOut.press(
                page + "/texts/en",
                Map.of(
                        "subject",
                        "Kept",
                        "body",
                        typed,
                        "was",
                        contentOf(id).original().wording()));
        assertThat(signedOut.status()).isEqualTo(401);
        assertThat(signedOut.text()).contains("What you wrote is not lost", typed);
        assertThat(signedOut.page().select("form input[name=body]").val()).isEqualTo(typed);
        assertThat(contentOf(id).original().subject()).isNotEqualTo("Kept");
        scene.submission.forgetAll();
        WebVisitor back = scene.signedIn(statements.newEditor());
        back.get(page);
        back.press(
                page + "/texts/en",
                Map.of(
                        "subject",
                        "Kept",
                        "body",
                        typed,
                        "was",
                        contentOf(id).original().wording()));
        assertThat(contentOf(id).original().body().source()).isEqualTo(typed);
    }

    @Test
    void formWithAnOldTokenIsShownAgainIfItIsOurOwn() {
        StatementId id = draft();
        editor.post("/desk/statements/" + id + "/signatories", Map.of("signatories", "Forged", "_csrf", "old"));
        assertThat(editor.status()).isEqualTo(403);
        assertThat(editor.page().select("input[value=Forged]")).isEmpty();
        editor.post(
                "/desk/statements/" + id + "/signatories",
                Map.of("signatories", "Ours", "_csrf", "old"),
                Map.of("Sec-Fetch-Site", "same-origin"));
        assertThat(editor.status()).isEqualTo(403);
        assertThat(editor.page().select("input[value=Ours]")).isNotEmpty();
        editor.send(Map.of());
        assertThat(contentOf(id).signatories()).containsExactly("Ours");
    }
}
