package org.sampan.digest.desk.edition;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.fixture.TestBrowser;
import org.sampan.digest.portal.PortalScene;

/** An editor who orders and words an edition in a browser that runs our scripts. */
class EditionOrderTest {
    private static final TestBrowser BROWSER = TestBrowser.open();

    private static final AtomicInteger ROUNDS = new AtomicInteger();

    private final PortalScene scene = PortalScene.fresh();
    private final SceneDrafts drafts = new SceneDrafts(scene);
    private final String round = "Round " + ROUNDS.incrementAndGet();
    private final ClippingId first = drafts.collected(round + ": the first of three piers");
    private final ClippingId second = drafts.collected(round + ": the second, a ferry");
    private final ClippingId third = drafts.collected(round + ": the third, a bridge");
    private final Edition draft = drafts.carrying(first, second, third);
    private BrowserContext window;
    private Page page;

    @BeforeEach
    void open() {
        URI site = scene.service.at("/");
        String session = scene.signedIn(drafts.newEditor()).session();
        window = BROWSER.window(TestBrowser.DESKTOP, ColorScheme.LIGHT, Optional.of(session), site);
        page = window.newPage();
        page.navigate(site.resolve("/desk/editions/" + draft.id() + "?lang=en").toString());
        page.evaluate("() => { window.still = true; }");
    }

    @AfterEach
    void close() {
        window.close();
    }

    private Locator item(ClippingId id) {
        return page.locator("#item-" + id);
    }

    @Test
    void buttonsMoveAnItemWithoutLosingTheKeyboardsPlaceAndSayWhereItIs() {
        page.locator("#up-" + third).focus();
        page.keyboard().press("Enter");

        assertThat(page.locator("#placed")).hasText(round + ": the third, a bridge: place 2 of 3, News");
        assertThat(page.locator("#up-" + third)).isFocused();
        assertThat(drafts.order(draft)).containsExactly(first.value(), third.value(), second.value());
        page.keyboard().press("Enter");
        assertThat(page.locator("#placed")).hasText(round + ": the third, a bridge: place 1 of 3, News");
        assertThat(item(third).locator("button:focus")).hasCount(1);
        page.locator("#out-" + first).click();
        assertThat(page.locator("#placed")).hasText("Taken out: " + round + ": the first of three piers");
        assertThat(page.evaluate("() => window.still")).isEqualTo(true);
    }

    @Test
    void itemIsDraggedToAnotherPlace() {
        drag(third, first);
        page.mouse().up();

        assertThat(page.locator("#placed")).hasText(round + ": the third, a bridge: place 1 of 3, News");
        assertThat(drafts.order(draft)).containsExactly(third.value(), first.value(), second.value());
        assertThat(page.evaluate("() => window.still")).isEqualTo(true);
    }

    @Test
    void ownWordsAreSeenAsReadersGetThemWhileTheyAreTyped() {
        item(second).locator("summary").click();
        item(second).locator("textarea").fill("A ferry every half hour.");

        assertThat(page.frameLocator("iframe.live").locator("body")).containsText("A ferry every half hour.");
        item(second).locator("textarea").fill("A ferry every hour.");
        assertThat(page.frameLocator("iframe.live").locator("body")).containsText("A ferry every hour.");
        assertThat(page.locator("iframe.live")).hasCount(1);
        BROWSER.look(page, "desk-edition-live");
    }

    /** The first move begins it, before the page may be scrolled; browsers tell of being over something from the second on. */
    private void drag(ClippingId id, ClippingId over) {
        item(id).locator(".grip").hover();
        BoundingBox grip = item(id).locator(".grip").boundingBox();
        page.mouse().down();
        page.mouse().move(grip.x - 20, grip.y + 12);
        page.mouse().move(grip.x - 30, grip.y + 12);
        for (int move = 0; move < 3; move++) {
            item(over)
                    .hover(new Locator.HoverOptions().setPosition(20 + move, 5).setForce(true));
        }
    }
}
