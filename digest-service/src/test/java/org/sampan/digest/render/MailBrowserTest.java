package org.sampan.digest.render;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.TestBrowser;

/** Mails as a phone shows them by day and a wide window by night; one of each frame, and each script. */
class MailBrowserTest {
    private static final List<String> SHOWN = List.of(
            "edition-en.html",
            "edition-my.html",
            "edition-th.html",
            "correction-km.txt",
            "withdrawal-en.txt",
            "confirm-join.eml",
            "held.eml",
            "bounce-warning.eml");

    private final TestBrowser browser = TestBrowser.open();

    @Test
    void mailIsForEverybody() throws Exception {
        Map<String, String> mails = GoldenMails.html();
        try (BrowserContext window =
                browser.window(TestBrowser.PHONE, ColorScheme.LIGHT, Optional.empty(), URI.create("about:blank"))) {
            Page page = window.newPage();
            for (String name : SHOWN) {
                page.setContent(mails.get(name));
                browser.lookAtMail(page, "mail-" + name.replaceAll("\\..*", ""));
            }
        }
    }
}
