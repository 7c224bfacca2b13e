package org.sampan.digest.desk.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.mailserver.PostId;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Handovers;
import org.sampan.digest.statement.State;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.Text;

/** From the second person to the last list: what the newsroom sees of a statement that is to go. */
class StatementWayTest {
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

    private void askForASecondPerson() {
        String lists = StandInMailServer.sample("lists");
        scene.mailServer.when(
                "GET /lists", 200, lists.replace("\"visibility\"", "\"secondPerson\": \"on\", \"visibility\""));
    }

    @Test
    void secondPersonApprovesExactlyWhatWasRead() {
        askForASecondPerson();
        StatementId id = draft();
        String page = open(id);
        editor.press(page + "/signatories", Map.of("signatories", "Village Network"));
        editor.press(page + "/send", Map.of());
        assertThat(editor.text()).contains("wants a second person to approve it first");
        editor.press(page + "/ask", Map.of());
        assertThat(editor.text()).contains("Another person has to read it");
        String fingerprint = contentOf(id).fingerprint();
        editor.press(page + "/approve", Map.of("fingerprint", fingerprint));
        assertThat(editor.text()).contains("Whoever wrote last cannot approve");

        WebVisitor second = scene.signedIn(statements.newEditor());
        second.get(page + "?lang=en");
        second.press(page + "/approve", Map.of("fingerprint", "what stood there before"));
        assertThat(second.text()).contains("has changed this statement meanwhile");
        second.press(page + "/reject", Map.of("reason", "The figure is wrong."));
        assertThat(second.text()).contains("asks for changes", "The figure is wrong.");
        editor.press(page + "/ask", Map.of());
        second.press(page + "/approve", Map.of("fingerprint", fingerprint));
        assertThat(statements.find(id).latest().isApproved()).isTrue();

        editor.get(page + "?lang=en");
        editor.press(page + "/signatories", Map.of("signatories", "Somebody else"));
        assertThat(statements.find(id).latest().isApproved()).isFalse();
        editor.press(page + "/send", Map.of());
        assertThat(statements.find(id).latest().state()).isEqualTo(State.DRAFT);
    }

    @Test
    void editIsTakenBackInItsPlace() {
        StatementId id = draft();
        String page = open(id);
        editor.press(page + "/signatories", Map.of("signatories", "Somebody else"));
        editor.press(page + "/lists/members@lists.example/remove", Map.of());
        String undo = editor.page().select("#journal form").get(1).attr("action");
        editor.press(undo, Map.of("back", page));
        assertThat(contentOf(id).signatories()).containsExactly("Harbour Workers' Union", "Village Network");
        assertThat(contentOf(id).lists()).containsExactly(SceneStatements.NEWS);
    }

    @Test
    void trialMailIsAsReadersOfALanguageGetIt() throws Exception {
        StatementId id = draft();
        editor.get(open(id) + "/preview?in=km");
        assertThat(editor.text()).contains("យើងអំពាវនាវ", "Village Network");
        editor.press("/desk/statements/" + id + "/preview", Map.of("in", "km"));
        assertThat(editor.text()).contains("on its way to you");
        assertThat(scene.submission.caught()).anySatisfy(caught -> {
            assertThat(caught.to()).isEqualTo(email);
            MimeMessage message = caught.message();
            assertThat(message.getSubject()).contains("សេចក្តីថ្លែងការណ៍");
            assertThat(new String(caught.bytes(), StandardCharsets.US_ASCII)).contains("filename=kilns-");
        });
    }

    @Test
    void previewOfTheMailLoadsAndRunsNothing() {
        StatementId id = draft();
        editor.get("/desk/statements/" + id + "/preview/mail?in=en");
        assertThat(editor.header("Content-Security-Policy"))
                .contains("default-src 'none'", "sandbox", "frame-ancestors 'self'");
        assertThat(editor.page().select("strong").text()).contains("end");
    }

    @Test
    void pageTellsHowFarEachListIs() {
        Statement sent = statements.sent(List.of(SceneStatements.MEMBERS, SceneStatements.NEWS));
        PostId post = new PostId(PortalScene.REPLY);
        scene.service.bean(Handovers.class).markPost(sent.latest().id().mail(), SceneStatements.NEWS, post);
        scene.mailServer.whenSample(
                "GET /lists/mekong-news%40lists.example/posts/" + post + "/delivery", 200, "delivery");
        open(sent.id());
        assertThat(editor.page().select("#sends .card")).hasSize(2);
        assertThat(editor.page().select("#sends").text())
                .contains(
                        "members@lists.example · handed over", "mekong-news@lists.example · handed over", "delivered");
        assertThat(editor.page().select("#sends progress")).hasSize(1);
    }

    @Test
    void refusalForGoodIsExplained() {
        Statement sent = statements.sent(List.of(SceneStatements.NEWS));
        Statement next = scene.service.bean(DecideStatement.class).correct(sent.id(), SceneStatements.ALICE);
        Text text = next.latest().content().original();
        scene.service
                .bean(EditStatement.class)
                .say(
                        sent.id(),
                        text.saying(text.subject(), text.body(), "A figure."),
                        List.of(),
                        SceneStatements.ALICE);
        List.of(SceneStatements.KHMER, SceneStatements.BURMESE)
                .forEach(language ->
                        scene.service.bean(EditStatement.class).letOlderGo(sent.id(), language, SceneStatements.ALICE));
        scene.submission.refuse(550, "5.7.0 [forgotten] Who got it is not known any more");
        try {
            statements.send(sent.id());
        } finally {
            scene.submission.forgetAll();
        }
        open(sent.id());
        assertThat(editor.page().select("#sends").text())
                .contains("no longer knows who received the earlier version", "choose the whole list", "550 5.7.0");
    }

    @Test
    void whatIsStoppedIsCancelledAtTheMailServer() {
        Statement sent = statements.sent(List.of(SceneStatements.NEWS));
        String news = "/lists/mekong-news%40lists.example/posts";
        String post = StandInMailServer.sample("post")
                .replaceAll(
                        "\"messageId\": \"[^\"]*\"", "\"messageId\": \"<statement." + sent.id() + "@lists.example>\"");
        String since = sent.latest()
                .begunAt()
                .orElseThrow()
                .minusSeconds(600)
                .toString()
                .replace(":", "%3A");
        scene.mailServer
                .when("GET " + news + "?limit=200&since=" + since, 200, "{\"posts\":[" + post + "],\"next\":null}")
                .whenSample("POST " + news + "/" + PortalScene.REPLY + "/delivery/cancel", 200, "delivery");
        String page = open(sent.id());
        editor.press(page + "/stop", Map.of());
        await().untilAsserted(() -> assertThat(scene.mailServer.calls())
                .extracting(StandInMailServer.Call::line)
                .contains("POST " + news + "/" + PortalScene.REPLY + "/delivery/cancel"));
        assertThat(statements.find(sent.id()).latest().state()).isEqualTo(State.STOPPED);
        WebVisitor stranger = scene.visitor();
        stranger.get("/statements/" + sent.id());
        assertThat(stranger.status()).isEqualTo(404);
    }
}
