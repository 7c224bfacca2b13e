package org.sampan.digest.desk;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.digest.fixture.TestBrowser;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Sources;

/** The newsroom's pages are for everybody: axe, phone and desk, day and night. */
class DeskBrowserTest {
    private static final TestBrowser BROWSER = TestBrowser.open();

    private PortalScene scene = PortalScene.fresh();

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
    }

    @ParameterizedTest
    @CsvSource({
        "desk, /desk, en",
        "editors, /desk/editors, my",
        "journal, /desk/journal, km",
        "inbox, /desk/inbox?state=all, en",
        "inbox, /desk/inbox?state=all&kind=statement, my",
        "inbox, /desk/inbox?state=used, km",
        "desk, /desk, my",
        "clip, /desk/clip, en",
        "write, /desk/clippings/new, th",
        "sources, /desk/sources, km",
        "editions, /desk/editions, th",
        "edition, /desk/editions/mekong-weekly/2, en",
        "edition, /desk/editions/mekong-weekly/2, my",
        "introduction, /desk/editions/mekong-weekly/2/introduction, lo",
        "preview, /desk/editions/mekong-weekly/2/preview, en",
        "preview-text, /desk/editions/mekong-weekly/2/preview?as=text, th",
        "send, /desk/editions/mekong-weekly/2/send, km",
        "runs, /desk/runs, vi",
        "bulletin, /desk/bulletins, my",
    })
    void pageIsForEverybody(String name, String path, String language) {
        String email = scene.newMember();
        scene.service.bean(Editors.class).add(new Editor(new EmailAddress(email), "operator", Instant.EPOCH));
        String session = scene.signedIn(email).session();
        addSources();
        BROWSER.check(
                "desk-" + name + "-" + language,
                scene.service.at(path + (path.contains("?") ? "&" : "?") + "lang=" + language),
                Optional.of(session));
    }

    /** One that is well and gives much, one that ails. */
    private void addSources() {
        Sources sources = scene.service.bean(Sources.class);
        sources.add(new NewSource(
                URI.create("https://delta.example/feed"), "The Delta Courier", Optional.empty(), Map.of()));
        NewSource pier =
                new NewSource(URI.create("https://pier.example/rss"), "The Pier Gazette", Optional.empty(), Map.of());
        sources.failed(sources.add(pier).id(), Instant.now(), "answered 503 Service Unavailable", Optional.empty());
    }

    /** Of a clipping that came from two places, with a translation whose original has changed. */
    @ParameterizedTest
    @CsvSource({
        "clipping, '', en",
        "clipping, '', my",
        "versions, /versions, km",
        "translate, /translate, th",
        "relate, /relate, vi",
    })
    void pageOfAClippingIsForEverybody(String name, String path, String language) {
        DeskScene desk = new DeskScene();
        BROWSER.check(
                "desk-" + name + "-" + language,
                scene.service.at("/desk/clippings/" + ToldStory.in(desk) + path + "?lang=" + language),
                Optional.of(desk.signedIn().session()));
    }
}
