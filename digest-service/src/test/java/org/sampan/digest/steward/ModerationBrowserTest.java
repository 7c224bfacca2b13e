package org.sampan.digest.steward;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sampan.digest.portal.PortalScene;

/** A moderator with a phone whose browser runs no script. That axe finds nothing is tested with all other pages. */
class ModerationBrowserTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static Playwright playwright;
    private static Browser browser;

    private final PortalScene scene = PortalScene.fresh();

    @BeforeAll
    static void open() {
        Assumptions.assumeTrue(Files.isExecutable(CHROMIUM), "no " + CHROMIUM + ": pages are not tried in a browser");
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setArgs(List.of("--no-sandbox")));
    }

    @AfterAll
    static void close() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    void postIsSeenSafelyAndRejectedWithAThumb() {
        scene.mailServer
                .whenSample("GET /moderations/heldheld?language=en", 200, "moderation")
                .whenRaw("GET /moderations/heldheld/raw", PortalScene.mail("hostile-html"))
                .whenSample("POST /moderations/heldheld", 200, "moderation-decided");
        List<String> requests = new CopyOnWriteArrayList<>();
        try (BrowserContext context = browser.newContext(new Browser.NewContextOptions()
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
