package org.sampan.digest.desk.inbox;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.desk.DeskScene;
import org.sampan.digest.fixture.TestBrowser;

/** An editor whose fingers stay on the keys; the browser runs our scripts, and no others. */
class InboxKeysTest {
    private static final TestBrowser BROWSER = TestBrowser.open();

    private final DeskScene scene = new DeskScene();
    private final ClippingId older = scene.keep("Keys: the older of the two");
    private final ClippingId newer = scene.keep("Keys: the newer of the two");
    private BrowserContext window;
    private Page page;

    @BeforeEach
    void open() {
        URI site = scene.portal.service.at("/");
        window = BROWSER.window(
                TestBrowser.DESKTOP,
                ColorScheme.LIGHT,
                Optional.of(scene.signedIn().session()),
                site);
        page = window.newPage();
        page.navigate(site.resolve("/desk/inbox?q=Keys%3A&lang=en").toString());
    }

    @AfterEach
    void close() {
        scene.clippings().change(older, scene.clipping(older).story(), true);
        scene.clippings().change(newer, scene.clipping(newer).story(), true);
        window.close();
    }

    private Locator card(ClippingId id) {
        return page.locator("#c" + id);
    }

    private Locator title(ClippingId id) {
        return card(id).locator("[data-title]");
    }

    private void keys(String keys) {
        keys.chars().forEach(key -> page.keyboard().press(Character.toString(key)));
    }

    @Test
    void keysMoveTheFocusAndChoose() {
        keys("j");
        assertThat(title(newer)).isFocused();
        keys("jj");
        assertThat(title(older)).isFocused();
        keys("x");
        assertThat(card(older).locator("input[type=checkbox]")).isChecked();
        assertThat(page.locator("[data-chosen]")).hasText("1");
        keys("k");
        assertThat(title(newer)).isFocused();
        assertThat(page.locator("[data-chosen]")).hasText("1");
    }

    @Test
    void clippingIsLeftOutAndTakenBackWithoutLeavingThePage() {
        page.evaluate("() => { window.still = true; }");
        keys("jd");
        assertThat(card(newer)).hasClass(Pattern.compile(".*omitted.*"));
        assertThat(title(newer)).isFocused();
        assertThat(scene.clipping(newer).omitted()).isTrue();

        keys("u");
        assertThat(card(newer).locator(".said")).hasText("Taken back.");
        assertThat(scene.clipping(newer).omitted()).isFalse();
        assertThat(page.evaluate("() => window.still")).isEqualTo(true);
    }

    @Test
    void clippingIsPutIntoTheNextEditionAndTakenBack() {
        keys("ji");
        assertThat(card(newer).locator(".said")).isVisible();
        assertThat(card(newer).locator("a[href^='/desk/editions']").first()).isVisible();
        keys("u");
    }

    @Test
    void kindChangesWithoutLeavingThePage() {
        page.evaluate("() => { window.still = true; }");
        card(newer).locator("summary").click();
        card(newer).locator("select[name=kind]").selectOption("activity");
        card(newer).locator("button[value=change]").click();
        assertThat(card(newer).locator(".meta").first()).containsText("Activity");
        assertThat(page.evaluate("() => window.still")).isEqualTo(true);
    }

    @Test
    void searchIsAKeyAwayAndWhoTypesIsLeftAlone() {
        keys("/");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().type("jxd/?");
        assertThat(page.locator("#q")).hasValue("jxd/?");
        assertThat(scene.clipping(newer).omitted()).isFalse();
        page.locator("#q").blur();
        page.keyboard().press("Control+j");
        assertThat(title(newer)).not().isFocused();
    }

    @Test
    void helpIsShownAndKeysCanBeSwitchedOff() {
        keys("?");
        assertThat(page.locator("#keys dl")).isVisible();
        page.locator("#keys input").uncheck();
        page.reload();
        keys("j");
        assertThat(title(newer)).not().isFocused();
        keys("?");
        page.locator("#keys input").check();
        page.locator("h1").click();
        keys("j");
        assertThat(title(newer)).isFocused();
    }

    @Test
    void clippingIsOpened() {
        keys("jo");
        page.waitForURL("**/desk/clippings/" + newer);
    }

    @Test
    void nothingIsLoadedFromElsewhereNorForbiddenByThePolicy() {
        try (BrowserContext strict = BROWSER.window(new com.microsoft.playwright.Browser.NewContextOptions())) {
            strict.addCookies(window.cookies());
            Page other = strict.newPage();
            StringBuilder complaints = new StringBuilder();
            other.onConsoleMessage(message -> complaints.append(message.text()).append('\n'));
            other.onRequest(request -> {
                if (!request.url().startsWith(scene.portal.service.at("/").toString())) {
                    complaints.append(request.url()).append('\n');
                }
            });
            other.navigate(page.url());
            other.locator("#c" + newer + " button[value=omit]").click();
            assertThat(other.locator("#c" + newer + ".omitted")).isVisible();
            assertThat(complaints.toString()).isEmpty();
        }
    }
}
