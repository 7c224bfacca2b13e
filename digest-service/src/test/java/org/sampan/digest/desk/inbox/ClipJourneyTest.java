package org.sampan.digest.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.desk.DeskScene.press;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.desk.ArticleSite;
import org.sampan.digest.desk.DeskScene;
import org.sampan.digest.portal.WebVisitor;

/** An editor who brings news along: a page's address, own words, a file. */
class ClipJourneyTest {
    private final DeskScene scene = new DeskScene();
    private final WebVisitor editor = scene.signedIn();

    private ClippingId shown() {
        return new ClippingId(Long.parseLong(editor.answer().uri().getPath().replaceAll(".*/", "")));
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = ClipJourneyTest.class.getResourceAsStream("/org/sampan/digest/collect/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    @Test
    void pageIsClippedShownToBeCorrectedAndTakenBack() {
        try (ArticleSite site = new ArticleSite()) {
            String url = site.article();
            editor.get("/desk/clip?url=" + url + "&title=An+article&lang=en");
            assertThat(editor.page().select("#url").val()).isEqualTo(url);
            assertThat(editor.page().select("a[href^=javascript:]").attr("href"))
                    .contains("http://news.example/desk/clip?url=")
                    .doesNotContain("<script");

            press(editor, "/desk/clip", Map.of("url", url));
            assertThat(editor.text()).contains("Is this right?", "Thirty owners of brick kilns", "SHA-256");
            assertThat(editor.page().select("#f-byline").val()).isEqualTo("Sokha Chan");
            String seen = editor.page().select("input[name=sha256]").val();
            keepAs("", seen, 400);
            assertThat(editor.text()).contains("Title: please look at this once more");
            keepAs("Owners of kilns sign", seen, 200);
            assertThat(editor.text())
                    .contains("The page is clipped and a copy of it kept.", "SHA-256", "clipped a page:")
                    .contains("Owners of kilns sign", "The Kiln Post");
            ClippingId made = shown();
            press(editor, editor.page().select(".deeds form").attr("action"), Map.of("back", "/desk/inbox"));
            assertThat(editor.text()).contains("Taken back.");
            assertThat(scene.clippings().find(made)).isEmpty();
            editor.get("/desk/clip");
            press(editor, "/desk/clip/keep", Map.of("title", "Again", "sha256", seen, "url", url));
            assertThat(editor.text()).contains("not held any more");
            assertThat(editor.page().select("#url").val()).isEqualTo(url);
        }
    }

    /** With everything else as it was found. */
    private void keepAs(String title, String sha256, int status) {
        Map<String, String> fields = new HashMap<>();
        editor.page().select("form[action=/desk/clip/keep] input[name], form[action=/desk/clip/keep] textarea").stream()
                .filter(field -> !field.attr("type").equals("checkbox"))
                .forEach(field -> fields.put(field.attr("name"), field.val()));
        editor.page()
                .select("form[action=/desk/clip/keep] select")
                .forEach(list -> fields.put(
                        list.attr("name"), list.select("option[selected]").val()));
        fields.put("title", title);
        fields.put("sha256", sha256);
        press(editor, "/desk/clip/keep", fields);
        assertThat(editor.status()).isEqualTo(status);
    }

    @Test
    void pageThatCannotBeReadIsSaidWithItsReason() {
        editor.get("/desk/clip?lang=en");

        press(editor, "/desk/clip", Map.of("url", "file:///etc/passwd"));
        assertThat(editor.status()).isEqualTo(400);
        press(editor, "/desk/clip", Map.of("url", "http://127.0.0.1:1/nothing"));
        assertThat(editor.text()).contains("This page could not be clipped. You can write the clipping by hand.");
        assertThat(editor.page().select("#url").val()).isEqualTo("http://127.0.0.1:1/nothing");
    }

    @Test
    void clippingIsWrittenByHand() {
        editor.get("/desk/clippings/new?lang=en");

        press(
                editor,
                "/desk/clippings/new",
                Map.of(
                        "title", "Clip: heard on the radio",
                        "kind", "news-clipping",
                        "date", "2026-11-19",
                        "language", "en",
                        "country", "KH",
                        "text", "The border opens at **six**.",
                        "link", "https://radio.example/six"));

        assertThat(editor.text())
                .contains("The clipping is kept.", "Clip: heard on the radio", "The border opens at six.");
        assertThat(scene.clipping(shown()).story().publishedAt()).isEqualTo("2026-11-19T12:00:00Z");
        assertThat(scene.clipping(shown()).story().summary())
                .as("what editions print of it")
                .isEqualTo("The border opens at six.");
        editor.get("/desk/clippings/new");
        press(editor, "/desk/clippings/new", Map.of("title", "", "text", "Words nobody wants to lose"));
        assertThat(editor.status()).isEqualTo(400);
        assertThat(editor.page().select("textarea[name=text]").val()).isEqualTo("Words nobody wants to lose");
    }

    @Test
    void tableIsTakenInLineByLine() {
        editor.get("/desk/clip?lang=en");

        editor.upload(
                "/desk/clip/upload",
                "list.csv",
                "title,link,date,kind\nClip: from a table,https://t.example/1,2026-11-02,statement\n,,,\nClip: bad kind,,,soup\n"
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(editor.text())
                .contains(
                        "1 new, 0 joined stories that were there, 0 known already.", "Line 4: kind: cannot be 'soup'");

        editor.get("/desk/clip?lang=en");
        editor.upload("/desk/clip/upload", "notes.csv", "no,such,columns\n".getBytes(StandardCharsets.UTF_8));
        assertThat(editor.status()).isEqualTo(400);
        assertThat(editor.text()).contains("This file could not be read. Nothing was lost");
    }

    @Test
    void mailIsTakenInWithItsFiles() throws IOException {
        editor.get("/desk/clip?lang=en");

        editor.upload("/desk/clip/upload", "forwarded.eml", resource("forwarded.eml"));

        assertThat(editor.text()).contains("1 new");
    }
}
