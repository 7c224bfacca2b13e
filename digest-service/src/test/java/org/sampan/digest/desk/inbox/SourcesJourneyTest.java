package org.sampan.digest.desk.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.desk.DeskScene.press;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.desk.DeskScene;
import org.sampan.digest.portal.WebVisitor;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.Sources;

/** An editor who looks after the sources. */
class SourcesJourneyTest {
    private final DeskScene scene = new DeskScene();
    private final WebVisitor editor = scene.signedIn();
    private final Sources sources = scene.portal.service.bean(Sources.class);

    private Source source(String url) {
        return sources.findUrl(URI.create(url)).orElseThrow();
    }

    @Test
    void sourceIsAddedJudgedOtherwiseAndRemoved() {
        editor.get("/desk/sources?lang=en");
        press(
                editor,
                "/desk/sources",
                Map.of(
                        "url", "https://pier.example/feed",
                        "name", "The Pier Gazette",
                        "kind", "news-clipping",
                        "categories", "In the press = statement",
                        "excerpt", "300",
                        "rights", "© The Pier Gazette"));
        assertThat(editor.text())
                .contains("The source is added.", "The Pier Gazette", "not read yet", "0 items in 30 days");
        Source added = source("https://pier.example/feed");
        assertThat(added.categories()).containsEntry("in the press", Kind.STATEMENT);
        assertThat(added.declared().excerpt()).contains(300);
        assertThat(added.declared().rights()).contains("© The Pier Gazette");

        press(editor, "/desk/sources/" + added.id().value(), Map.of("name", "Pier Gazette", "excerpt", ""));
        assertThat(source("https://pier.example/feed").declared().excerpt()).isEmpty();
        sources.failed(added.id(), Instant.parse("2026-11-28T08:00:00Z"), "answered 503", Optional.empty());
        sources.moved(added.id(), URI.create("https://gazette.example/feed"), Instant.parse("2026-11-28T07:00:00Z"));
        editor.get("/desk/sources");
        assertThat(editor.text())
                .contains("cannot be read", "answered 503", "tried again", "moved it for good", "gazette.example/feed");
        editor.get("/desk");
        assertThat(editor.text()).contains("Pier Gazette cannot be read");

        editor.get("/desk/sources");
        press(editor, "/desk/sources/" + added.id().value() + "/backfill", Map.of("pages", "3"));
        assertThat(editor.page().select("h1").text()).isNotBlank();
        editor.get("/desk/sources");
        press(editor, "/desk/sources/" + added.id().value() + "/remove", Map.of());
        assertThat(sources.find(added.id())).isEmpty();
        editor.get("/desk/journal");
        assertThat(editor.text()).contains("added a source: https://pier.example/feed", "removed a source:");
    }

    @Test
    void whatCannotBeUnderstoodIsSaidAndNotLost() {
        editor.get("/desk/sources?lang=en");

        press(editor, "/desk/sources", Map.of("url", "https://pier.example/2", "categories", "press = soup"));

        assertThat(editor.status()).isEqualTo(400);
        assertThat(editor.text()).contains("Please look once more");
        assertThat(editor.page().select("#url").val()).isEqualTo("https://pier.example/2");
    }

    @Test
    void subscriptionsTravelAsOpml() {
        editor.get("/desk/sources?lang=en");
        editor.upload("/desk/sources/opml", "feeds.opml", """
                <?xml version="1.0"?><opml version="2.0"><head/><body><outline text="Papers">
                <outline type="rss" text="Quay News" xmlUrl="https://quay.example/rss"/>
                <outline type="rss" text="Secrets" xmlUrl="file:///etc/passwd"/></outline></body></opml>
                """.getBytes(StandardCharsets.UTF_8));
        assertThat(editor.text())
                .contains("1 source was in the file.", "Quay News")
                .doesNotContain("passwd");

        editor.get("/desk/sources.opml");
        assertThat(new String(editor.answer().body(), StandardCharsets.UTF_8))
                .contains("<opml version=\"2.0\">", "xmlUrl=\"https://quay.example/rss\"");
        sources.remove(source("https://quay.example/rss").id());
        editor.get("/desk/sources?lang=en");
        editor.upload(
                "/desk/sources/opml",
                "feeds.opml",
                "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a".getBytes(StandardCharsets.UTF_8));
        assertThat(editor.text()).contains("no OPML that can be read");
    }

    @Test
    void frontTellsWhatWaits() {
        scene.keep("Sources: something new for the front");

        editor.get("/desk?lang=en");

        assertThat(editor.text())
                .containsPattern("[0-9]+ new clippings?")
                .contains("Mekong weekly 2", "a draft that waits to be sent");
    }
}
