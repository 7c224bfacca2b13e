package org.sampan.digest.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.edition.Deliveries;
import org.sampan.digest.edition.Delivery;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.Period;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.fixture.TestBrowser;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.production.RunId;
import org.sampan.digest.production.RunLine;
import org.sampan.digest.production.RunRequest;
import org.sampan.digest.production.RunState;
import org.sampan.digest.production.Runs;
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

    /** An edition whose copies wait for the morning, and somebody wants them back; and what was taken down of it. */
    @ParameterizedTest
    @CsvSource({"run, my", "run, en", "taken-down, th"})
    void pageOfWhatIsOnItsWayIsForEverybody(String page, String language) {
        DeskScene desk = new DeskScene();
        ClippingId story = desk.keep("Pier lamps on their way, " + page + " in " + language);
        EditionId edition = sentWith(desk, story);
        Runs runs = scene.service.bean(Runs.class);
        RunId run = runs.add(RunRequest.Producing.next(edition.series()));
        runs.concerns(run, edition);
        runs.say(run, new RunLine(Instant.parse("2026-11-22T02:00:00Z"), "sent", edition.toString()));
        runs.end(run, RunState.DONE, "");
        runs.wantBack(run, desk.email);
        String path = page.equals("run") ? "/desk/runs/" + run.value() : "/desk/clippings/" + story + "/takedown";
        BROWSER.check(
                "desk-" + page + "-" + language,
                scene.service.at(path + "?lang=" + language),
                Optional.of(desk.signedIn().session()));
    }

    /** Of a page that is to be clipped, which only the form before it leads to. */
    @ParameterizedTest
    @CsvSource({"en", "my"})
    void pageThatShowsWhatWasFoundIsForEverybody(String language) {
        DeskScene desk = new DeskScene();
        Optional<String> session = Optional.of(desk.signedIn().session());
        try (ArticleSite site = new ArticleSite();
                BrowserContext window =
                        BROWSER.window(TestBrowser.PHONE, ColorScheme.LIGHT, session, scene.service.at("/"))) {
            Page page = window.newPage();
            page.navigate(scene.service
                    .at("/desk/clip?url=" + site.article() + "&lang=" + language)
                    .toString());
            page.locator("form:has(#url) button").click();
            assertThat(page.locator("#f-byline").inputValue()).isEqualTo("Sokha Chan");
            BROWSER.look(page, "desk-clip-look-" + language);
        }
    }

    /** Of a draft that readers of two languages get. */
    @ParameterizedTest
    @CsvSource({"introduction, /introduction?language=my, my", "languages, '', en"})
    void pageOfADraftInTwoLanguagesIsForEverybody(String name, String path, String language) {
        DeskScene desk = new DeskScene();
        EditionId draft = draftWith(desk, desk.keep("Two languages at the weir, " + name), "urgent");
        BROWSER.check(
                "desk-edition-" + name + "-" + language,
                scene.service.at("/desk/editions/" + draft + path + (path.isEmpty() ? "?" : "&") + "lang=" + language),
                Optional.of(desk.signedIn().session()));
    }

    private EditionId draftWith(DeskScene desk, ClippingId story, String slug) {
        Series series = scene.service.bean(SeriesCatalogue.class).find(slug).orElseThrow();
        Instant until = Instant.parse("2026-09-01T00:00:00Z").plusSeconds(60 * story.value());
        return scene.service
                .bean(Editions.class)
                .add(
                        new NewEdition(
                                series,
                                new Period(until.minusSeconds(1), until),
                                List.of(new Section(Kind.NEWS_CLIPPING, List.of(desk.clipping(story)))),
                                until),
                        Optional.empty())
                .id();
    }

    private EditionId sentWith(DeskScene desk, ClippingId story) {
        Editions editions = scene.service.bean(Editions.class);
        EditionId id = draftWith(desk, story, "mekong-weekly");
        Instant until = Instant.parse("2026-09-01T00:00:00Z").plusSeconds(60 * story.value());
        editions.keepRenderings(id, List.of(new Rendering(Locale.ENGLISH, "s", "<p>h</p>", "t", "")), "print");
        editions.markSent(id, until);
        Delivery waiting = new Delivery(
                PortalScene.REPLY,
                "waiting",
                new Delivery.Figures(54, 20, 2, 1, 31, 0),
                Optional.of(Instant.parse("2026-11-23T00:30:00Z")),
                until,
                Optional.empty());
        scene.service.bean(Deliveries.class).keep(id, waiting);
        return id;
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

    /** One that is gone, one that has moved. */
    @ParameterizedTest
    @CsvSource({
        "links, /desk/links, en",
        "links, /desk/links?state=moved, my",
        "links-clipping, /desk/clippings/, th",
        "links-item, /news/items/, en",
        "links-item, /news/items/, km"
    })
    void pageOfLostOriginalsIsForEverybody(String name, String path, String language) {
        DeskScene desk = new DeskScene();
        ClippingId gone = LostStories.gone(desk, "The cannery's wage books, seen in " + language + " by " + name);
        LostStories.moved(
                desk,
                "The lower river's ferry table, seen in " + language,
                URI.create("https://delta.example/timetables/the-ferries-of-the-lower-river-and-their-hours"));
        String whole = path.endsWith("/") ? path + gone : path;
        BROWSER.check(
                "desk-" + name + "-" + language,
                scene.service.at(whole + (whole.contains("?") ? "&" : "?") + "lang=" + language),
                Optional.of(desk.signedIn().session()));
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
