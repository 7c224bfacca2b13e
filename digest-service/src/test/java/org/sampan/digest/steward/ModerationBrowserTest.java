package org.sampan.digest.steward;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.TestBrowser;
import org.sampan.digest.portal.PortalScene;

/** A moderator with a phone whose browser runs no script. That axe finds nothing is tested with all other pages. */
class ModerationBrowserTest {
    private final TestBrowser browser = TestBrowser.open();
    private final PortalScene scene = PortalScene.fresh();

    @Test
    void postIsSeenSafelyAndRejectedWithAThumb() {
        scene.mailServer
                .whenSample("GET /moderations/heldheld?language=en", 200, "moderation")
                .whenRaw("GET /moderations/heldheld/raw", PortalScene.mail("hostile-html"))
                .whenSample("POST /moderations/heldheld", 200, "moderation-decided");
        List<String> requests = new CopyOnWriteArrayList<>();
        try (BrowserContext context = browser.window(new Browser.NewContextOptions()
                .setViewportSize(390, 844)
                .setHasTouch(true)
                .setLocale("en")
                .setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.onRequest(request -> requests.add(request.url()));
            page.navigate(scene.service.at("/moderate/heldheld").toString());
            assertThat(page.frameLocator("iframe.preview").locator("body").innerText())
                    .contains("Hello");
            assertThat(page.locator("textarea").isVisible()).isFalse();
            page.locator("summary").tap();
            page.locator("input[value=off-topic]").check();
            page.locator("textarea").fill("Perhaps the jobs list?");
            page.locator("details button").tap();
            page.locator("h1", new Page.LocatorOptions().setHasText("The post goes out to the list"))
                    .waitFor();
        }
        assertThat(scene.mailServer.calls())
                .filteredOn(it -> it.line().startsWith("POST"))
                .extracting(it -> it.body())
                .containsExactly(
                        "{\"decision\":\"reject\",\"because\":\"off-topic\",\"reason\":\"Perhaps the jobs list?\"}");
        String site = scene.service.at("").toString();
        assertThat(requests).allMatch(it -> it.startsWith(site) || it.startsWith("about:"));
    }
}
