package org.sampan.digest.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.desk.DeskScene.press;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.SavedCopies;
import org.sampan.digest.clipping.SavedCopy;
import org.sampan.digest.desk.DeskScene;
import org.sampan.digest.desk.LostStories;
import org.sampan.digest.portal.WebVisitor;

/** An editor who tidies up after sites that lose their pages, and a reader who meets one. */
class LinksJourneyTest {
    private static final URI NEW_PLACE = URI.create("https://delta.example/moved-here");

    private final DeskScene scene = new DeskScene();
    private final WebVisitor editor = scene.signedIn();
    private final WebVisitor reader = scene.portal.visitor();

    private Elements card(String state, ClippingId id) {
        return editor.get("/desk/links?lang=en&state=" + state).select("#c" + id);
    }

    private String address(ClippingId id) {
        return scene.clipping(id).story().link().orElseThrow().toString();
    }

    private void takeBack() {
        press(
                editor,
                "/desk/inbox/take-back",
                Map.of("undo", editor.page().select(".note input[name=undo]").val(), "back", "/desk/links"));
        assertThat(editor.text()).contains("Taken back.");
    }

    @Test
    void readerIsToldThatTheOriginalIsGoneAndSeesWhatMayBeShown() {
        ClippingId id = LostStories.gone(scene, "Links: the page that is gone");

        Elements page = reader.get("/news/items/" + id + "?lang=en").select("main");

        assertThat(page.text())
                .contains("The original has not been found at its address since 2 March 2026.", address(id))
                .contains("What we may show of it stands above.", "Twelve crews of the river ferries")
                .doesNotContain("Read the original");
        assertThat(page.select("a").eachAttr("href")).doesNotContain(address(id));
        assertThat(reader.get("/news/items/" + id + "?lang=my").text()).contains(address(id));
    }

    @Test
    void editorSeesWhatIsGoneSinceWhenAndWhatIsLeftOfIt() {
        ClippingId id = LostStories.gone(scene, "Links: one with a copy");
        SavedCopy copy = SavedCopy.of(
                URI.create(address(id)),
                Instant.parse("2026-03-01T03:00:00Z"),
                "text/html",
                "<p>saved</p>".getBytes(StandardCharsets.UTF_8));
        scene.portal.service.bean(SavedCopies.class).keep(id, copy);

        Elements card = card("gone", id);

        assertThat(card.text())
                .contains("Links: one with a copy", "Its server knows no such page any more (404), since 2 March 2026")
                .contains("Twelve crews of the river ferries", address(id), "1 March 2026");
        assertThat(card.select("a").eachAttr("href"))
                .contains(
                        "/desk/clippings/" + id + "/copies/" + copy.sha256(),
                        "/news/items/" + id,
                        "https://web.archive.org/web/*/" + address(id));
        assertThat(editor.get("/desk/clippings/" + id + "?lang=en").text()).contains("knows no such page any more");
        assertThat(editor.get("/desk?lang=en").select("a[href=/desk/links]").text())
                .containsPattern("original.* gone");
    }

    @Test
    void linkThatAnEditorCallsFineLeavesTheShelfAndComesBackByTakingBack() {
        ClippingId id = LostStories.gone(scene, "Links: only programs are told it is gone");
        card("gone", id);

        press(editor, "/desk/links/" + id + "/fine", Map.of("back", "/desk/links?state=gone"));
        assertThat(editor.text()).contains("The link counts as fine and is not looked at any more.");
        assertThat(editor.page().select("#c" + id)).isEmpty();
        assertThat(reader.get("/news/items/" + id + "?lang=en").text()).contains("Read the original");
        press(editor, "/desk/links/" + id + "/fine", Map.of());
        assertThat(editor.text()).contains("Nothing was changed.");

        editor.get("/desk/clippings/" + id + "?lang=en");
        assertThat(editor.page().select(".deeds").text()).contains("called a link fine: " + address(id));
        press(editor, editor.page().select(".deeds form").attr("action"), Map.of("back", "/desk/links"));
        assertThat(editor.page().select("#c" + id)).hasSize(1);
        assertThat(reader.get("/news/items/" + id + "?lang=en").text()).doesNotContain("Read the original");
    }

    @Test
    void linkThatHasMovedIsReplacedByItsNewAddressAndThatIsTakenBack() {
        ClippingId id = LostStories.moved(scene, "Links: moved for good", NEW_PLACE);
        String old = address(id);
        assertThat(reader.get("/news/items/" + id).select("a").eachAttr("href")).contains(old);
        Elements card = card("moved", id);
        assertThat(card.text()).contains("Moved for good, since 2 March 2026", old + " → " + NEW_PLACE);

        press(
                editor,
                "/desk/links/" + id + "/replace",
                Map.of("link", card.select("input[type=url]").val(), "back", "/desk/links?state=moved"));
        assertThat(editor.text()).contains("The link is replaced.");
        assertThat(address(id)).isEqualTo(NEW_PLACE.toString());
        assertThat(editor.page().select("#c" + id)).isEmpty();

        takeBack();
        assertThat(address(id)).isEqualTo(old);
        assertThat(card("moved", id)).hasSize(1);
    }

    @Test
    void linkIsReplacedByNothingThatABrowserMayNotFollow() {
        ClippingId id = LostStories.gone(scene, "Links: a bad address");
        String old = address(id);
        card("gone", id);

        for (String link : new String[] {"javascript:alert(1)", "next door", "file:///etc/passwd"}) {
            press(editor, "/desk/links/" + id + "/replace", Map.of("link", link, "back", "/desk/links"));
            assertThat(editor.text()).contains("That is no address of a web page.");
        }
        press(editor, "/desk/links/" + id + "/replace", Map.of("link", " "));
        assertThat(editor.text()).contains("Nothing was changed.");
        assertThat(address(id)).isEqualTo(old);
    }
}
