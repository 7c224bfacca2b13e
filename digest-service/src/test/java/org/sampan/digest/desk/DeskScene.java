package org.sampan.digest.desk;

import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** An editor at the desk of the portal's scene, and stories that come in. */
public final class DeskScene {
    private static final AtomicInteger STORIES = new AtomicInteger();

    public final PortalScene portal = PortalScene.fresh();
    public final String email = portal.newMember();

    /** Lets the editor in; {@link #signedIn} shows the way to the browser. */
    public DeskScene() {
        portal.service.bean(Editors.class).add(new Editor(new EmailAddress(email), "operator", Instant.EPOCH));
    }

    public WebVisitor signedIn() {
        return portal.signedIn(email);
    }

    public Clippings clippings() {
        return portal.service.bean(Clippings.class);
    }

    public Clipping clipping(ClippingId id) {
        return clippings().find(id).orElseThrow();
    }

    /** A story of its own, a minute newer than the one before. */
    public ClippingId keep(String title) {
        return keep(title, "en", "Twelve crews of the river ferries met on Sunday. " + title);
    }

    public ClippingId keep(String title, String language, String words) {
        int number = STORIES.incrementAndGet();
        URI feed = URI.create("https://delta.example/feed");
        Optional<URI> link = Optional.of(URI.create("https://delta.example/" + number));
        Story story = new Story(
                title,
                Kind.NEWS_CLIPPING,
                Instant.parse("2026-11-20T02:00:00Z").plusSeconds(60L * number),
                Optional.of("Malee Srisuk"),
                Optional.of("The Delta Courier"),
                Locale.forLanguageTag(language),
                Optional.of(new Country("TH")),
                link,
                "<p>" + words + "</p>",
                words);
        String item = "item-" + number;
        clippings().take(new Offer(story, new Origin(feed, link, Optional.of(item), story.publishedAt()), item));
        return clippings().findItem(feed, item).orElseThrow();
    }

    /** Presses a button of the page's form that posts to {@code action}; {@code more} is typed or chosen. */
    public static void press(WebVisitor editor, String action, Map<String, String> more) {
        Map<String, String> fields = new HashMap<>(more);
        fields.put("_csrf", editor.page().select("input[name=_csrf]").val());
        editor.post(action, fields);
    }

    public static List<String> titles(WebVisitor editor) {
        return editor.page().select("[data-title]").eachText();
    }
}
