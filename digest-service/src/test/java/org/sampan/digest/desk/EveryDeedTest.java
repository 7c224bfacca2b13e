package org.sampan.digest.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.desk.DeskScene.press;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.desk.statement.SceneStatements;
import org.sampan.digest.edit.DecideStatement;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.DeedId;
import org.sampan.digest.journal.Finality;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.journal.Undoing;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.portal.WebVisitor;
import org.sampan.digest.source.Sources;
import org.sampan.digest.statement.State;
import org.sampan.digest.statement.StatementId;

/** Everything that is done in the newsroom can be taken back, or says why it cannot. */
class EveryDeedTest {
    private static final Set<String> UNDOABLE = Stream.of(
                    "clipping: edited omitted readmitted merged split linked unlinked original confirmed translated written"
                            + " clipped link-fine",
                    "edition: made titled introduced translated reworded arranged moved taken-out put-in changed undone"
                            + " thrown-away brought-back approved",
                    "statement: begun text older-translation language-removed files signatories lists embargo asked approved rejected"
                            + " embargoed held discarded brought-back correction withdrawn",
                    "source: added changed removed imported removed-all",
                    "editor: added removed",
                    "import: taken-in")
            .flatMap(line -> Stream.of(line.replaceAll(".*: ", "").split(" "))
                    .map(what -> line.replaceAll(":.*", "") + "." + what))
            .collect(Collectors.toUnmodifiableSet());

    private static final Map<String, Finality> FINAL = Map.of(
            "clipping.undone", Finality.TAKEN_BACK,
            "clipping.taken-down", Finality.DELETED,
            "edition.sent", Finality.MAILED,
            "edition.tested", Finality.MAILED,
            "edition.approval-taken-back", Finality.TAKEN_BACK,
            "statement.released", Finality.MAILED,
            "statement.stopped", Finality.MAILED,
            "statement.stands-again", Finality.TAKEN_BACK,
            "statement.undecided", Finality.TAKEN_BACK,
            "import.undone", Finality.TAKEN_BACK);

    private final DeskScene scene = new DeskScene();
    private final Journal journal = scene.portal.service.bean(Journal.class);
    private final TakeBack takeBack = scene.portal.service.bean(TakeBack.class);
    private final Actor alice = new Actor(scene.email);

    @Test
    void everyDeedTheNewsroomHasAWordForIsUndoableOrFinalWithAReason() throws IOException {
        Set<String> all = new TreeSet<>(UNDOABLE);
        all.addAll(FINAL.keySet());
        assertThat(words()).containsExactlyInAnyOrderElementsOf(all);
        assertThat(UNDOABLE).doesNotContainAnyElementsOf(FINAL.keySet());
    }

    private static Set<String> words() throws IOException {
        Properties texts = new Properties();
        Path folder = Path.of("..", "templates", "messages");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "pages*_en.properties")) {
            for (Path file : files) {
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
            }
        }
        return texts.stringPropertyNames().stream()
                .filter(key -> key.startsWith("deed."))
                .map(key -> key.substring("deed.".length()))
                .collect(Collectors.toSet());
    }

    @Test
    void everyKindHasOneWhoTakesItsDeedsBack() {
        Set<String> kinds =
                UNDOABLE.stream().map(deed -> deed.replaceAll("\\..*", "")).collect(Collectors.toSet());
        assertThat(scene.portal.service.beans(Undoing.class))
                .extracting(Undoing::kind)
                .containsExactlyInAnyOrderElementsOf(kinds);
    }

    private Deed last(Subject subject) {
        return journal.of(subject, 1).get(0);
    }

    private boolean undoLast(Subject subject) {
        return takeBack.takeBack(last(subject).id(), alice);
    }

    /** Whatever any test has done so far: none is undoable that is called final, nor the other way round. */
    private void assertThatTheJournalAgrees() {
        Optional<DeedId> before = Optional.empty();
        List<Deed> page = journal.page(before, 500);
        while (!page.isEmpty()) {
            for (Deed deed : page) {
                assertThatItAgrees(deed.content());
            }
            page = journal.page(Optional.of(page.get(page.size() - 1).id()), 500);
        }
    }

    private static void assertThatItAgrees(NewDeed deed) {
        String word = deed.subject().kind() + "." + deed.what();
        boolean toldReaders =
                word.equals("statement.withdrawn") && deed.finality().equals(Optional.of(Finality.MAILED));
        boolean deleted = deed.finality().equals(Optional.of(Finality.DELETED));
        if (!toldReaders && !deleted) {
            assertThat(deed.finality()).as(word).isEqualTo(Optional.ofNullable(FINAL.get(word)));
        }
    }

    @Test
    void editorIsLetInAndOutAgainByTakingBack() {
        Editors editors = scene.portal.service.bean(Editors.class);
        EmailAddress sokha = new EmailAddress("sokha.undo@village.example");
        Subject subject = new Subject("editor", sokha.text());
        WebVisitor editor = scene.signedIn();
        editor.get("/desk/editors?lang=en");
        press(editor, "/desk/editors", Map.of("email", sokha.text()));

        assertThat(undoLast(subject)).isTrue();
        assertThat(editors.has(sokha)).isFalse();
        assertThat(last(subject).content().what()).isEqualTo("removed");
        assertThat(undoLast(subject)).isTrue();
        assertThat(editors.has(sokha)).isTrue();
        assertThatTheJournalAgrees();
    }

    @Test
    void sourcesGoBackToWhatTheyWereAsLongAsTheyStayed() {
        Sources sources = scene.portal.service.bean(Sources.class);
        URI url = URI.create("https://undo.example/feed");
        Subject subject = new Subject("source", url.toString());
        WebVisitor editor = scene.signedIn();
        editor.get("/desk/sources?lang=en");
        press(editor, "/desk/sources", Map.of("url", url.toString(), "name", "The Undo", "excerpt", "300"));
        DeedId added = last(subject).id();
        String path = "/desk/sources/" + sources.findUrl(url).orElseThrow().id().value();
        press(editor, path, Map.of("name", "Another name", "excerpt", ""));
        assertThat(takeBack.takeBack(added, alice)).isFalse();

        assertThat(undoLast(subject)).isTrue();
        assertThat(sources.findUrl(url).orElseThrow().declared().excerpt()).contains(300);
        press(editor, path + "/remove", Map.of());
        assertThat(sources.findUrl(url)).isEmpty();
        assertThat(undoLast(subject)).isTrue();
        assertThat(sources.findUrl(url).orElseThrow().name()).isEqualTo("The Undo");
        assertThat(takeBack.takeBack(added, alice)).isTrue();
        assertThat(sources.findUrl(url)).isEmpty();
    }

    @Test
    void sourcesOfAFileAndItsClippingsAreTakenBackAsOne() {
        WebVisitor editor = scene.signedIn();
        editor.get("/desk/sources?lang=en");
        editor.upload("/desk/sources/opml", "undo.opml", """
                <opml version="2.0"><body><outline xmlUrl="https://undo.example/1"/>
                <outline xmlUrl="https://undo.example/2"/></body></opml>""".getBytes(StandardCharsets.UTF_8));
        Sources sources = scene.portal.service.bean(Sources.class);
        assertThat(sources.findUrl(URI.create("https://undo.example/2"))).isPresent();
        assertThat(undoLast(new Subject("source", "undo.opml"))).isTrue();
        assertThat(sources.findUrl(URI.create("https://undo.example/2"))).isEmpty();

        editor.get("/desk/clip?lang=en");
        editor.upload(
                "/desk/clip/upload",
                "undo list.csv",
                "title,link\nUndo: one of a table,https://u.example/1\nUndo: two of a table,https://u.example/2\n"
                        .getBytes(StandardCharsets.UTF_8));
        press(
                editor,
                editor.page().select("form[action$=/undo]").attr("action"),
                Map.of("back", "/desk/inbox?state=all&q=Undo"));
        assertThat(editor.text()).contains("Taken back.");
        assertThat(DeskScene.titles(editor)).isEmpty();
        editor.get("/desk/journal?lang=en");
        assertThat(editor.text()).contains("took in a file: undo list.csv, 2", "took back what came of a file:");
    }

    @Test
    void clippingPutIntoAnEditionComesOutByOneButton() {
        ClippingId id = scene.keep("Undo: put in by mistake");
        WebVisitor editor = scene.signedIn();
        editor.get("/desk/inbox?lang=en");
        press(
                editor,
                "/desk/inbox/one/" + id,
                Map.of("act", "put", "series", "mekong-weekly", "back", "/desk/inbox?q=mistake"));
        press(
                editor,
                "/desk/inbox/take-back",
                Map.of("undo", editor.page().select(".note input[name=undo]").val(), "back", "/desk/inbox?q=mistake"));
        assertThat(editor.text()).contains("Taken back.", "Undo: put in by mistake");
        assertThat(scene.portal
                        .service
                        .bean(Editions.class)
                        .find(new EditionId("mekong-weekly", 2))
                        .orElseThrow()
                        .clippingIds())
                .doesNotContain(id);
    }

    @Test
    void whatWasDecidedAboutAStatementIsTakenBackByWhoMay() {
        SceneStatements statements = new SceneStatements(scene.portal);
        DecideStatement decide = scene.portal.service.bean(DecideStatement.class);
        StatementId id = statements.draft(List.of(SceneStatements.NEWS)).id();
        Subject subject = new Subject("statement", id.toString());
        decide.ask(id, SceneStatements.ALICE);
        String seen = statements.find(id).latest().content().fingerprint();
        Actor htun = new Actor("htun@riverside.example");
        decide.approve(id, seen, htun);

        assertThat(undoLast(subject)).isFalse();
        assertThat(takeBack.takeBack(last(subject).id(), htun)).isTrue();
        assertThat(statements.find(id).latest().state()).isEqualTo(State.WAITING);
        decide.approve(id, seen, htun);
        decide.discard(id, SceneStatements.ALICE);
        assertThat(undoLast(subject)).isTrue();
        assertThat(statements.find(id).latest().isApproved()).isTrue();

        DeedId begun =
                journal.of(subject, 20).get(journal.of(subject, 20).size() - 1).id();
        assertThat(takeBack.takeBack(begun, alice)).isTrue();
        assertThat(statements.find(id).latest().state()).isEqualTo(State.DISCARDED);
        assertThat(undoLast(subject)).isTrue();
        assertThatTheJournalAgrees();
    }
}
