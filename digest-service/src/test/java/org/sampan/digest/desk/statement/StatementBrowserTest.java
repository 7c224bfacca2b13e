package org.sampan.digest.desk.statement;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edit.DecideStatement.Wish;
import org.sampan.digest.fixture.TestBrowser;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.statement.Statement;

/** Pages of statements are for everybody: axe, phone and desk, day and night. */
class StatementBrowserTest {
    private static final TestBrowser BROWSER = TestBrowser.open();

    private PortalScene scene = PortalScene.fresh();
    private SceneStatements statements = new SceneStatements(scene);

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        statements = new SceneStatements(scene);
    }

    private void check(String name, String path, String language) {
        String session = scene.signedIn(statements.newEditor()).session();
        BROWSER.check(
                "statement-" + name + "-" + language,
                scene.service.at(path + (path.contains("?") ? "&" : "?") + "lang=" + language),
                Optional.of(session));
    }

    @ParameterizedTest
    @CsvSource({
        "all, '', en",
        "new, /new, km",
        "draft, /{id}, en",
        "draft, /{id}, my",
        "text, /{id}/texts/km, en",
        "preview, /{id}/preview?in=my, my",
        "preview-page, /{id}/preview/page?in=km, km",
    })
    void pageOfADraftIsForEverybody(String name, String path, String language) {
        Statement draft = statements.draft(List.of(SceneStatements.MEMBERS, SceneStatements.NEWS));
        check(name, "/desk/statements" + path.replace("{id}", draft.id().toString()), language);
    }

    @Test
    void pagesOfOneThatIsSentAreForEverybody() {
        Statement sent = statements.sent(List.of(SceneStatements.MEMBERS, SceneStatements.NEWS));
        check("sent", "/desk/statements/" + sent.id(), "th");
        check("public", "/statements/" + sent.id(), "en");
        check("public", "/statements/" + sent.id(), "my");
        check("public-all", "/statements", "km");
        check("check", "/statements/check", "vi");
        scene.service
                .bean(DecideStatement.class)
                .withdraw(sent.id(), new Wish("A figure was wrong.", List.of(), false, false), SceneStatements.ALICE);
        check("withdrawn", "/statements/" + sent.id(), "zh");
    }
}
