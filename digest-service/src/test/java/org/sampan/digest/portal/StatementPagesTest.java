package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.desk.statement.SceneStatements;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edit.DecideStatement.Wish;
import org.sampan.digest.edit.EditStatement;
import org.sampan.digest.mailserver.StandInMailServer;
import org.sampan.digest.markdown.Markdown;
import org.sampan.digest.production.StatementDispatch;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.StatementTraces;
import org.sampan.digest.statement.Text;
import org.sampan.digest.statement.Withdrawal;

/** What strangers see of statements, and what they do not. */
class StatementPagesTest {
    private static int visitors;

    private PortalScene scene = PortalScene.fresh();
    private SceneStatements statements = new SceneStatements(scene);
    private WebVisitor stranger = scene.visitor();

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        statements = new SceneStatements(scene);
        stranger = scene.visitor().comingFrom("198.20." + ++visitors + ".7");
    }

    private Statement published() {
        return traced(statements.sent(List.of(SceneStatements.MEMBERS, SceneStatements.NEWS)));
    }

    /** As the dispatcher does within half a minute. */
    private Statement traced(Statement statement) {
        statement.versions().forEach(scene.service.bean(StatementTraces.class)::keep);
        return statement;
    }

    private Statement corrected() {
        Statement first = published();
        DecideStatement decide = scene.service.bean(DecideStatement.class);
        Statement second = decide.correct(first.id(), SceneStatements.ALICE);
        Text text = second.latest().content().original();
        EditStatement edit = scene.service.bean(EditStatement.class);
        edit.say(
                first.id(),
                text.saying(
                        text.subject(),
                        new Markdown(text.body().source().replace("1,200", "1,300")),
                        "The number of families was **1,300**."),
                List.of(),
                SceneStatements.ALICE);
        edit.letOlderGo(first.id(), SceneStatements.KHMER, SceneStatements.ALICE);
        edit.removeLanguage(first.id(), SceneStatements.BURMESE, SceneStatements.ALICE);
        return traced(statements.send(first.id()));
    }

    private void assertHidden(StatementId id, Statement statement) {
        for (String path :
                List.of("", "/en", "/km", "/versions/1", "/versions/1/en", "/versions/1/files/0", "/versions/2")) {
            stranger.get("/statements/" + id + path);
            assertThat(stranger.status()).as(path).isEqualTo(404);
        }
        String title = statement.latest().content().original().subject();
        assertThat(stranger.get("/statements").text()).doesNotContain(title);
        stranger.get("/statements/feed.atom");
        assertThat(new String(stranger.answer().body(), StandardCharsets.UTF_8)).doesNotContain(title);
        assertThat(checked(statement.latest().content().original().body().source()))
                .doesNotContain("Yes:");
        assertThat(stranger.page().select("a[href^=/statements/" + id + "/]")).isEmpty();
        assertThat(checked(statement.latest().content().files().get(0).sha256()))
                .contains("We know no statement");
    }

    private String checked(String text) {
        stranger.get("/statements/check?lang=en");
        stranger.upload("/statements/check", Map.of("text", text), "file", "", new byte[0]);
        return stranger.text();
    }

    @Test
    void statementToMembersOnlyIsNeverPublic() {
        Statement secret = traced(statements.sent(List.of(SceneStatements.MEMBERS)));
        assertHidden(secret.id(), secret);
        WebVisitor member = scene.signedIn(scene.newMember());
        member.get("/statements/" + secret.id());
        assertThat(member.status()).isEqualTo(404);
    }

    @Test
    void nothingIsToBeSeenBeforeTheEmbargoEndsAndItIsSent() {
        Statement draft = traced(statements.draft(List.of(SceneStatements.NEWS)));
        assertHidden(draft.id(), draft);
        EditStatement edit = scene.service.bean(EditStatement.class);
        edit.embargo(
                draft.id(),
                Optional.of(new Embargo(LocalDateTime.of(2036, 12, 1, 9, 0), ZoneId.of("Asia/Bangkok"))),
                SceneStatements.ALICE);
        scene.service.bean(DecideStatement.class).release(draft.id(), SceneStatements.ALICE);
        scene.service.bean(StatementDispatch.class).send(draft.id());
        assertHidden(draft.id(), draft);
        assertThat(scene.submission.caught()).noneMatch(mail -> mail.to().endsWith("@lists.example"));
    }

    @Test
    void listThatIsClosedTakesItsStatementsAlong() {
        Statement statement = published();
        stranger.get("/statements/" + statement.id());
        assertThat(stranger.status()).isEqualTo(200);
        scene.mailServer.when(
                "GET /lists", 200, StandInMailServer.sample("lists").replace("\"public\"", "\"private\""));
        assertHidden(statement.id(), statement);
    }

    @Test
    void statementIsReadInTheReadersLanguageWithItsFiles() {
        Statement statement = published();
        String path = "/statements/" + statement.id();
        stranger.reading("km").get(path);
        assertThat(stranger.page().select("article h1").attr("lang")).isEqualTo("km");
        assertThat(stranger.page().select("meta[property=og:title]").attr("content"))
                .startsWith("សេចក្តីថ្លែងការណ៍");
        stranger.get(path + "/en?lang=en");
        assertThat(stranger.text()).contains("Signed by", "Village Network", "Malee Srisuk", "+66 2 123 4567");
        stranger.get(stranger.page().select(".files a").attr("href"));
        assertThat(stranger.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(stranger.header("Content-Disposition")).startsWith("attachment");
        assertThat(new String(stranger.answer().body(), StandardCharsets.US_ASCII))
                .startsWith("%PDF-1.7 kilns");
        stranger.get("/statements/feed.atom");
        assertThat(stranger.header("Content-Type")).startsWith("application/atom+xml");
        stranger.get(path + "/th");
        assertThat(stranger.status()).isEqualTo(404);
    }

    /** In the language of its text, the same for everybody, and of nothing that is not public. */
    @Test
    void sharedStatementHasAPictureInEachLanguage() {
        Statement statement = published();
        String path = "/statements/" + statement.id();
        stranger.get(path + "/km");
        String shared = URI.create(
                        stranger.page().select("meta[property=og:image]").attr("content"))
                .getPath();
        assertThat(shared).isEqualTo(path + "/km/picture.png");
        byte[] khmer = picture(shared);
        byte[] english = picture(path + "/en/picture.png");
        assertThat(khmer).isNotEqualTo(english);
        assertThat(picture(path + "/picture.png")).as("the original's").isEqualTo(english);

        scene.service
                .bean(DecideStatement.class)
                .withdraw(statement.id(), new Wish("Wrong.", List.of(), false, false), SceneStatements.ALICE);
        assertThat(picture(path + "/en/picture.png"))
                .as("says that it is withdrawn")
                .isNotEqualTo(english);
        Statement secret = statements.sent(List.of(SceneStatements.MEMBERS));
        for (Statement hidden : List.of(secret, statements.draft(List.of(SceneStatements.NEWS)))) {
            stranger.get("/statements/" + hidden.id() + "/picture.png");
            assertThat(stranger.status()).isEqualTo(404);
        }
    }

    private byte[] picture(String path) {
        stranger.get(path);
        assertThat(stranger.status()).as(path).isEqualTo(200);
        assertThat(stranger.header("Content-Type")).isEqualTo("image/png");
        assertThat(stranger.header("Cache-Control")).contains("public");
        byte[] picture = stranger.answer().body();
        assertThat(new String(picture, 1, 3, StandardCharsets.US_ASCII)).isEqualTo("PNG");
        return picture;
    }

    @Test
    void correctionIsShownAndTheFirstVersionLinked() {
        Statement statement = corrected();
        stranger.get("/statements/" + statement.id() + "/en?lang=en");
        assertThat(stranger.text())
                .contains("Version 2", "What has changed The number of families was 1,300.", "1,300 families");
        stranger.get("/statements/" + statement.id() + "/km?lang=en");
        assertThat(stranger.text()).contains("The original has changed since this translation was made");
        assertThat(stranger.page().select("#changes + .prose").attr("lang")).isEqualTo("en");
        stranger.get(stranger.page().select("#versions + ol a").attr("href"));
        assertThat(stranger.text()).contains("There is a newer version", "1,200 families");
        assertThat(checked(
                        statement.versions().get(0).content().original().body().text()))
                .contains("this is version 1 of our statement", "newer version since");
        assertThat(checked("> "
                        + statement.latest().content().original().body().text().replace("\n", "\n> ")))
                .contains("this is version 2 of our statement");
    }

    @Test
    void withdrawnStatementSaysSoAndLosesItsTextWhenWanted() {
        Statement struck = published();
        Statement removed = published();
        DecideStatement decide = scene.service.bean(DecideStatement.class);
        decide.withdraw(
                struck.id(),
                new Wish(
                        "A *figure* was wrong.",
                        List.of(new Withdrawal.Reason(SceneStatements.KHMER, "តួលេខខុស។")),
                        false,
                        false),
                SceneStatements.ALICE);
        decide.withdraw(removed.id(), new Wish("It names a person.", List.of(), true, false), SceneStatements.ALICE);

        stranger.get("/statements/" + struck.id() + "?lang=en");
        assertThat(stranger.text()).contains("We have withdrawn this statement.", "A figure was wrong.", "families");
        assertThat(stranger.page().select(".struck")).isNotEmpty();
        stranger.get("/statements/" + struck.id() + "/km?lang=en");
        assertThat(stranger.page().select(".withdrawn .prose[lang=km]").text()).isEqualTo("តួលេខខុស។");
        stranger.get("/statements/" + struck.id() + "/my?lang=en");
        assertThat(stranger.page().select(".withdrawn .prose[lang=en]").text()).isEqualTo("A figure was wrong.");
        stranger.get("/statements/" + removed.id() + "?lang=en");
        assertThat(stranger.text())
                .contains("We have withdrawn", "It names a person.")
                .doesNotContain("families");
        stranger.get("/statements/" + removed.id() + "/versions/1/files/0");
        assertThat(stranger.status()).isEqualTo(404);
    }
}
