package org.sampan.digest.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.desk.DeskScene.press;

import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingFile;
import org.sampan.digest.clipping.ClippingFiles;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.SavedCopies;
import org.sampan.digest.clipping.SavedCopy;
import org.sampan.digest.clipping.Version;
import org.sampan.digest.clipping.Versions;
import org.sampan.digest.desk.DeskScene;
import org.sampan.digest.portal.WebVisitor;

/** An editor with one clipping, in a browser that runs no script. */
class ClippingJourneyTest {
    private static final String THAI = "คนงานได้สัญญาเป็นลายลักษณ์อักษร";

    private final DeskScene scene = new DeskScene();
    private final WebVisitor editor = scene.signedIn();

    private void open(ClippingId id) {
        editor.get("/desk/clippings/" + id + "?lang=en");
    }

    /** All fields as the page shows them, and some typed over. */
    private void save(ClippingId id, Map<String, String> typed) {
        Map<String, String> fields = new HashMap<>();
        editor.page().select(".panel input[name][type!=checkbox]").forEach(it -> fields.put(it.attr("name"), it.val()));
        editor.page()
                .select(".panel select")
                .forEach(it ->
                        fields.put(it.attr("name"), it.select("[selected]").val()));
        editor.page().select(".panel textarea").forEach(it -> fields.put(it.attr("name"), it.wholeText()));
        fields.put(
                "topics",
                String.join(",", editor.page().select(".topics input[checked]").eachAttr("value")));
        fields.putAll(typed);
        press(editor, "/desk/clippings/" + id, fields);
    }

    private List<Version> versions(ClippingId id) {
        return scene.portal.service.bean(Versions.class).of(Set.of(id)).getOrDefault(id, List.of());
    }

    @Test
    void everythingKnownOfItStandsOnOnePage() {
        ClippingId id = scene.keep("Clipping: deckhands get written contracts");
        scene.portal
                .service
                .bean(ClippingFiles.class)
                .keep(id, List.of(new ClippingFile("contract.pdf", "application/pdf", new byte[] {37, 80, 68, 70})));
        SavedCopy copy = SavedCopy.of(
                URI.create("https://delta.example/x"),
                java.time.Instant.parse("2026-11-21T03:00:00Z"),
                "text/html",
                "<script>alert(1)</script>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        scene.portal.service.bean(SavedCopies.class).keep(id, copy);

        open(id);

        assertThat(editor.text())
                .contains("Malee Srisuk", "The Delta Courier", "20 November 2026", "Twelve crews", "contract.pdf")
                .contains("delta.example/", copy.sha256(), "21 November 2026, 03:00 UTC");
        editor.get("/desk/clippings/" + id + "/copies/" + copy.sha256());
        assertThat(editor.header("Content-Disposition")).startsWith("attachment");
        assertThat(editor.header("Content-Type")).isEqualTo("application/octet-stream");
        editor.get("/desk/clippings/" + id + "/files/1");
        assertThat(editor.answer().body()).isEqualTo(new byte[] {37, 80, 68, 70});
        editor.get("/desk/clippings/" + id + "/files/2");
        assertThat(editor.status()).isEqualTo(404);
    }

    @Test
    void fieldsAreChangedAndEachChangeIsTakenBackFromTheJournalBelow() {
        ClippingId id = scene.keep("Clipping: a title to be mended");
        Clipping before = scene.clipping(id);
        open(id);

        save(
                id,
                Map.of(
                        "title",
                        "Clipping: a mended title",
                        "topics",
                        "wages,law",
                        "date",
                        "2026-11-19",
                        "country",
                        ""));
        assertThat(editor.text()).contains("1 clipping is changed.", "Clipping: a mended title");
        assertThat(editor.page().select(".topics input[checked]").eachAttr("value"))
                .containsExactly("law", "wages");
        assertThat(scene.clipping(id).story().publishedAt()).isEqualTo("2026-11-19T12:00:00Z");
        assertThat(editor.page().select(".deeds").text())
                .contains("changed a clipping: Title, Date, Country, Topics", scene.email);

        String undo = editor.page().select(".deeds form").attr("action");
        press(editor, undo, Map.of("back", "/desk/clippings/" + id));
        assertThat(editor.text()).contains("Taken back.", "Clipping: a title to be mended");
        assertThat(scene.clipping(id)).isEqualTo(before);
    }

    @Test
    void sameDayKeepsItsHour() {
        ClippingId id = scene.keep("Clipping: the hour stays");
        open(id);

        save(id, Map.of("outlet", "The Pier Gazette"));

        assertThat(scene.clipping(id).story().publishedAt().toString()).startsWith("2026-11-20T0");
        assertThat(editor.page().select(".deeds").text()).contains("changed a clipping: Outlet");
    }

    @Test
    void whatCannotBeTakenIsSaidAndNothingTypedIsLost() {
        ClippingId id = scene.keep("Clipping: not without a title");
        open(id);

        save(id, Map.of("title", " ", "byline", "Somebody typed this"));

        assertThat(editor.status()).isEqualTo(400);
        assertThat(editor.text()).contains("Title: please look at this once more.");
        assertThat(editor.page().select("#f-byline").val()).isEqualTo("Somebody typed this");
        assertThat(scene.clipping(id).story().byline()).contains("Malee Srisuk");
    }

    @Test
    void wholeTextIsReplacedSafely() {
        ClippingId id = scene.keep("Clipping: another text");
        open(id);

        save(id, Map.of("text", "A **new** text <script>alert(1)</script>\n\nIn two parts."));

        assertThat(scene.clipping(id).story().html())
                .startsWith("<p>A <strong>new</strong> text")
                .doesNotContain("<script");
    }

    @Test
    void sameStoryIsFoundPutTogetherAndTakenApart() {
        ClippingId kept = scene.keep("Clipping: brick kilns close for the rains");
        ClippingId other = scene.keep("Clipping: rains shut the brick kilns");
        open(kept);
        editor.get("/desk/clippings/" + kept + "/relate?q=rains+shut");
        assertThat(editor.page().select(".clip h2").eachText()).containsExactly("Clipping: rains shut the brick kilns");

        press(editor, "/desk/clippings/" + kept + "/merge", Map.of("other", other.toString()));
        assertThat(editor.text()).contains("Both are one clipping now.", "put two clippings together:");
        assertThat(scene.clippings().find(other)).isEmpty();
        assertThat(editor.page().select(".origins li")).hasSize(2);

        String source = editor.page()
                .select(".origins li:last-child input[name=source]")
                .val();
        String item =
                editor.page().select(".origins li:last-child input[name=item]").val();
        press(editor, "/desk/clippings/" + kept + "/split", Map.of("source", source, "item", item));
        assertThat(editor.text()).contains("This is a clipping of its own now.", "rains shut the brick kilns");
        open(kept);
        assertThat(editor.page().select(".origins li")).hasSize(1);
    }

    @Test
    void translationIsWrittenBesideTheOriginalAndCreditsItsTranslator() {
        ClippingId english = scene.keep("Clipping: contracts in writing");
        editor.get("/desk/clippings/" + english + "/translate?lang=en");
        assertThat(editor.page().select(".version .prose").text()).contains("Twelve crews");

        press(
                editor,
                "/desk/clippings/" + english + "/translate",
                Map.of("to", "th", "title", THAI, "summary", THAI, "text", THAI, "translator", "สมชาย"));

        assertThat(editor.text()).contains("The translation is kept.");
        Version thai = versions(english).get(1);
        assertThat(versions(english)).extracting(Version::original).containsExactly(true, false);
        assertThat(scene.clipping(thai.id()).story().byline()).contains("Malee Srisuk · แปลโดย สมชาย");
        assertThat(editor.page().select("section.version h3").eachText())
                .containsExactly("Clipping: contracts in writing", THAI);
        open(thai.id());
        assertThat(editor.text()).contains("Written at the desk", "wrote a translation:");
    }

    @Test
    void translationWithoutATitleIsNotKeptAndNotLost() {
        ClippingId english = scene.keep("Clipping: half a translation");
        editor.get("/desk/clippings/" + english + "/translate?lang=en");

        press(editor, "/desk/clippings/" + english + "/translate", Map.of("to", "th", "title", "", "text", THAI));

        assertThat(editor.status()).isEqualTo(400);
        assertThat(editor.page().select("#text").val()).isEqualTo(THAI);
        assertThat(versions(english)).isEmpty();
    }

    @Test
    void staleTranslationIsMarkedUntilAnEditorHasLooked() {
        ClippingId english = scene.keep("Clipping: the minimum wage");
        ClippingId thai = scene.keep("ค่าแรงขั้นต่ำ", "th", "ค่าแรงขั้นต่ำจะเพิ่มขึ้นในเดือนมกราคม");
        open(english);
        press(editor, "/desk/clippings/" + english + "/link", Map.of("other", thai.toString()));
        assertThat(editor.text()).contains("Both are versions of one text now.").doesNotContain("has changed");

        open(english);
        save(english, Map.of("summary", "It rises by a tenth, not by a fifth."));
        editor.get("/desk/clippings/" + thai + "/versions");
        assertThat(editor.page().select(".is-stale").text()).contains("its original has changed", "Still right");

        press(editor, "/desk/clippings/" + thai + "/versions/confirm", Map.of());
        assertThat(editor.text()).contains("the translation counts as right").doesNotContain("has changed");

        press(editor, "/desk/clippings/" + thai + "/versions/original", Map.of());
        assertThat(versions(thai)).extracting(Version::original).containsExactly(false, true);
        press(editor, "/desk/clippings/" + thai + "/versions/unlink", Map.of());
        assertThat(versions(thai)).isEmpty();
    }

    @Test
    void counterKnowsWhatTheStrictestSourceAllows() {
        ClippingId id = scene.keep("Clipping: with a strict source");
        URI strict = URI.create("https://strict.example/feed");
        scene.portal
                .service
                .bean(org.sampan.digest.source.Sources.class)
                .add(new org.sampan.digest.source.NewSource(
                        strict, "The Strict Times", Optional.empty(), Map.of(), Optional.of(120)));
        Origin met = new Origin(strict, Optional.empty(), Optional.empty(), java.time.Instant.EPOCH);
        scene.clippings().take(new Offer(scene.clipping(id).story(), met, "strict"));

        open(id);

        assertThat(editor.page().select("#f-summary").attr("data-limit")).isEqualTo("120");
        assertThat(editor.text()).contains("of at most 120 letters that its source allows", "strict.example");
    }

    @Test
    void clippingIsTakenDownForGoodAndOnlyWithAReason() {
        ClippingId id = scene.keep("Clipping: a name that must not stand here");
        open(id);
        String token = editor.page().select("input[name=_csrf]").val();
        editor.post("/desk/clippings/" + id + "/takedown", Map.of("reason", " ", "_csrf", token));
        assertThat(editor.page().select("#takedown-problem").text()).contains("say why");
        editor.post("/desk/clippings/" + id + "/takedown", Map.of("reason", "a child is named", "_csrf", token));
        assertThat(editor.text()).contains("took a clipping down for good: " + id + ", a child is named");
        open(id);
        assertThat(editor.status()).isEqualTo(404);
    }

    @Test
    void unknownClippingIsNotHere() {
        for (String path : List.of("", "/versions", "/translate", "/relate")) {
            editor.get("/desk/clippings/999999" + path);
            assertThat(editor.status()).as(path).isEqualTo(404);
        }
    }
}
