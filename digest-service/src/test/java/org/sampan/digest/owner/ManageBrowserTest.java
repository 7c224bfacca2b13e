package org.sampan.digest.owner;

import static org.sampan.digest.owner.ManagedList.BASE;
import static org.sampan.digest.owner.ManagedList.REST;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sampan.digest.fixture.TestBrowser;
import org.sampan.digest.portal.PortalScene;
import org.sampan.digest.portal.WebVisitor;

/** The pages of owners and of the operator in a real browser: on a phone, on a desk, light and dark, and for axe. */
class ManageBrowserTest {
    private static TestBrowser browser;
    private static PortalScene scene;
    private static WebVisitor owner;
    private static String preview;

    @BeforeAll
    static void open() {
        browser = TestBrowser.open();
        scene = ManagedList.scene();
        String email = scene.newSteward("owner");
        String post = "GET " + REST + "/posts/" + PortalScene.REPLY;
        scene.mailServer
                .whenSample("GET " + REST + "/members/htun%40riverside.example/record", 200, "member-record")
                .whenSample("GET /moderators/" + email.replace("@", "%40") + "/held", 200, "held-all")
                .whenSample("GET " + REST + "/decisions?limit=20&language=km", 200, "decisions")
                .whenSample(post, 200, "post")
                .whenSample(post + "/delivery", 200, "delivery-paused")
                .whenSample(post + "/delivery/recipients", 200, "delivery-recipients")
                .whenSample("PUT " + REST + "/members?preview=true", 200, "members-preview")
                .whenSample("GET /overview", 200, "overview");
        owner = scene.signedIn(email);
        owner.get(BASE + "/import");
        owner.upload(new byte[] {1}, Map.of("purpose", "add"));
        preview = owner.answer().uri().getPath();
    }

    @ParameterizedTest
    @CsvSource({
        "manage-front, '', en",
        "manage-front, '', my",
        "manage-members, /members?standing=suspended, en",
        "manage-members, /members?standing=suspended, my",
        "manage-member, /member?email=htun@riverside.example, en",
        "manage-joins, /joins, vi",
        "manage-import, /import, th",
        "manage-queue, /queue, en",
        "manage-queue, /queue, km",
        "manage-sends, /sends, lo",
        "manage-send, /sends/b7n4qk2zr5tx6wpa3mde, en",
        "manage-settings, /settings, my",
        "manage-settings, /settings, th",
        "manage-rules, /rules, en",
        "manage-stewards, /stewards, zh",
    })
    void pageOfOwnersIsForEverybody(String name, String path, String language) {
        scene.mailServer
                .whenSample("GET " + REST + "/members?limit=50&standing=suspended", 200, "members")
                .whenSample("GET " + REST + "/facets?standing=suspended", 200, "facets");
        check(name, BASE + path, language, owner);
    }

    @ParameterizedTest
    @CsvSource({"en", "my"})
    void previewOfAFileIsForEverybody(String language) {
        check("manage-preview", preview, language, owner);
    }

    @ParameterizedTest
    @CsvSource({
        "operator, /manage, en",
        "operator, /manage, my",
        "operator-new, /manage/new, en",
        "operator-remove, /manage/remove/mekong-news, th"
    })
    void pageOfTheOperatorIsForEverybody(String name, String path, String language) {
        check(name, path, language, scene.operator());
    }

    private static void check(String name, String path, String language, WebVisitor reader) {
        String address = path + (path.contains("?") ? "&" : "?") + "lang=" + language;
        browser.check(name + "-" + language, scene.service.at(address), Optional.of(reader.session()));
    }
}
