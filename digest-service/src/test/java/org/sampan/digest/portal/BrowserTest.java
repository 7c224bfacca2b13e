package org.sampan.digest.portal;

import static org.sampan.digest.fixture.TestBrowser.PHONE;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.digest.fixture.TestBrowser;
import org.sampan.digest.mailserver.StandInMailServer;

/**
 * Every page in a real browser: axe finds nothing to complain of, light and dark, and a phone needs no sideways
 * scrolling. Leaves pictures in target/pages to look at.
 */
class BrowserTest {
    private static TestBrowser browser;
    private static PortalScene scene;
    private Optional<String> signedIn = Optional.empty();

    @BeforeAll
    static void open() {
        browser = TestBrowser.open();
        scene = PortalScene.fresh();
        scene.mailServer
                .whenSample("GET /confirmations/abcdefgh", 200, "confirmation")
                .whenSample("GET /authorships/abcdefgh", 200, "authorship")
                .whenSample("POST /confirmations/abcdefgh", 200, "confirmation-done")
                .when("GET /confirmations/invited1", 200, asked("invitation"))
                .when("GET /confirmations/address1", 200, asked("address"))
                .when("GET /confirmations/movemove", 200, asked("move-old"))
                .whenSample("GET /unsubscriptions/abcdefgh", 200, "unsubscription")
                .whenSample(PortalScene.NEWS + "/months", 200, "months")
                .whenSample(PortalScene.NEWS + "/months/2026-11", 200, "threads")
                .whenSample(PortalScene.NEWS + "/posts/" + PortalScene.PLAN + "/thread", 200, "thread")
                .whenSample("GET /unsubscriptions/leftleft", 200, "unsubscription-left")
                .whenSample(PortalScene.NEWS + "/posts?limit=50", 200, "posts")
                .whenSample(PortalScene.NEWS + "/posts?limit=500&since=2026-09-23T02%3A00%3A00Z", 200, "posts")
                .whenSample(PortalScene.NEWS + "/posts/" + PortalScene.REPLY, 200, "post")
                .whenRaw(PortalScene.NEWS + "/posts/" + PortalScene.REPLY + "/raw", PortalScene.mail("flowed-reply"))
                .when(
                        PortalScene.NEWS + "/posts/" + PortalScene.PLAN,
                        200,
                        StandInMailServer.sample("post").replace(PortalScene.REPLY, PortalScene.PLAN))
                .whenRaw(PortalScene.NEWS + "/posts/" + PortalScene.PLAN + "/raw", PortalScene.mail("hostile-html"))
                .whenSample("GET /moderations/heldheld?language=en", 200, "moderation")
                .whenSample("GET /moderations/heldheld?language=my", 200, "moderation")
                .whenSample("GET /moderations/heldheld?language=th", 200, "moderation")
                .whenRaw("GET /moderations/heldheld/raw", PortalScene.mail("hostile-html"))
                .whenSample("GET /moderations/donedone?language=km", 200, "moderation-decided")
                .whenSample("GET /sends/sendsend", 200, "send");
    }

    @ParameterizedTest
    @CsvSource({
        "front, /, en",
        "front, /, my",
        "front, /, th",
        "list, /lists/mekong-news, en",
        "list, /lists/mekong-news, km",
        "list, /lists/mekong-news, shn",
        "confirm, /confirm/abcdefgh, my",
        "authorship, /authorship/abcdefgh, en",
        "invitation, /confirm/invited1, en",
        "address, /confirm/address1, th",
        "move, /confirm/movemove, vi",
        "preferences, /preferences/abcdefgh, en",
        "preferences, /preferences/abcdefgh, my",
        "preferences, /preferences/abcdefgh, zh",
        "leave, /leave/abcdefgh, lo",
        "left, /leave/leftleft, vi",
        "link, /confirm/unknown1, zh",
        "series, /news/mekong-weekly, en",
        "edition, /news/mekong-weekly/1, en",
        "edition, /news/mekong-weekly/1, km",
        "edition, /news/mekong-weekly/1, zh",
        "shelf, /news/kinds/news-clipping, th",
        "item, /news/items/1, en",
        "item, /news/items/3, my",
        "posts, /lists/mekong-news/posts, en",
        "post, /lists/mekong-news/posts/b7n4qk2zr5tx6wpa3mde, en",
        "html-post, /lists/mekong-news/posts/c2k7zj5mq3wr6txb4nfa, my",
        "month, /lists/mekong-news/months/2026-11, en",
        "month, /lists/mekong-news/months/2026-11, my",
        "thread, /lists/mekong-news/threads/c2k7zj5mq3wr6txb4nfa, en",
        "thread, /lists/mekong-news/threads/c2k7zj5mq3wr6txb4nfa, km",
        "feed, /lists/mekong-news/feed, th",
        "moderate, /moderate/heldheld, en",
        "moderate, /moderate/heldheld, my",
        "moderate-reject, /moderate/heldheld?decide=reject, th",
        "moderated, /moderate/donedone, km",
        "send, /sends/sendsend, en",
        "send, /sends/sendsend, lo",
        "sign-in, /account/sign-in?next=/lists/members/posts, th",
        "missing, /nowhere, en",
    })
    void pageIsForEverybody(String name, String path, String language) {
        check(name, path, language);
    }

    /** Of a private list, and for its owner. */
    @ParameterizedTest
    @CsvSource({
        "own-feed, /lists/members/feed, en",
        "own-feed, /lists/members/feed, lo",
        "removal, /lists/members/posts/b7n4qk2zr5tx6wpa3mde/removal, en",
        "removal, /lists/members/posts/b7n4qk2zr5tx6wpa3mde/removal, my",
        "owners-post, /lists/members/posts/b7n4qk2zr5tx6wpa3mde, vi",
        "file-gone, /lists/members/posts/b7n4qk2zr5tx6wpa3mde/files/1.2?until=1&key=k, zh",
    })
    void pageOfAPrivateListIsForEverybodyWhoMaySeeIt(String name, String path, String language) {
        String owner = scene.newMember();
        scene.mailServer
                .when(
                        PortalScene.MEMBERS + "/stewards",
                        200,
                        "{\"owners\":[\"" + owner + "\"],\"moderators\":[],\"banned\":[]}")
                .when(
                        PortalScene.MEMBERS + "/members/" + owner.replace("@", "%40") + "/feed",
                        200,
                        "{\"madeAt\":\"2026-11-22T01:00:00Z\"}")
                .when(
                        PortalScene.MEMBERS + "/posts/" + PortalScene.REPLY + "/files/1.2?until=1&key=k",
                        410,
                        "{\"title\":\"Gone\",\"status\":410,\"detail\":\"past its time\"}");
        signedIn = Optional.of(scene.signedIn(owner).session());
        check(name, path, language);
    }

    @Test
    void pagesBehindFormsAreForEverybody() {
        String language = "my";
        try (BrowserContext window = browser.window(PHONE, ColorScheme.LIGHT, Optional.empty(), scene.service.at(""))) {
            Page page = window.newPage();
            open(page, "/lists/mekong-news", language);
            page.fill("#email", "sokha@village.example");
            page.click("main form button");
            browser.look(page, "joined-" + language);
            open(page, "/confirm/abcdefgh", language);
            page.click("main form button");
            browser.look(page, "confirmed-" + language);
        }
    }

    @Test
    void pagesOfASignedInReaderAreForEverybody() {
        String language = "th";
        String email = scene.newMember();
        WebVisitor asking = scene.visitor().comingFrom("198.19.0.7");
        asking.get("/account/sign-in");
        asking.send(Map.of("email", email));
        String link = SignInMails.linkIn(scene.submission);
        scene.submission.forgetAll();
        try (BrowserContext window = browser.window(PHONE, ColorScheme.LIGHT, Optional.empty(), scene.service.at(""))) {
            Page page = window.newPage();
            open(page, link.substring(link.indexOf("/account/")), language);
            page.click("main form button");
            open(page, "/account", language);
            browser.look(page, "account-" + language);
            open(page, "/account/erase", language);
            browser.look(page, "erase-" + language);
        }
    }

    private static String asked(String kind) {
        return StandInMailServer.sample("confirmation")
                .replace("\"join\"", "\"" + kind + "\"")
                .replace("\"other\": \"\"", "\"other\": \"htun@home.example\"");
    }

    private static void open(Page page, String path, String language) {
        page.navigate(address(path, language).toString());
    }

    private void check(String name, String path, String language) {
        browser.check(name + "-" + language, address(path, language), signedIn);
    }

    private static URI address(String path, String language) {
        return scene.service.at(path + (path.contains("?") ? "&" : "?") + "lang=" + language);
    }
}
