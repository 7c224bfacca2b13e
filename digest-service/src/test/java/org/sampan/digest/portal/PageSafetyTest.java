package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageSafetyTest {
    private PortalScene scene = PortalScene.fresh();
    private WebVisitor visitor = scene.visitor();

    @BeforeEach
    void arrange() {
        scene = PortalScene.fresh();
        visitor = scene.visitor();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/lists/mekong-news", "/news/mekong-weekly/1", "/account/sign-in", "/nowhere"})
    void everyPageCarriesTheSafetyHeadersAndLoadsNothingFromElsewhere(String path) {
        visitor.get(path);
        assertThat(visitor.header("Content-Security-Policy"))
                .isEqualTo("default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
                        + " frame-ancestors 'none'");
        assertThat(visitor.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(visitor.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(visitor.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(visitor.page().select("script, style, [style], [onclick], iframe"))
                .isEmpty();
        assertThat(visitor.page().select("link[rel=stylesheet], img").eachAttr("abs:href"))
                .allMatch(address -> address.startsWith(scene.service.at("").toString()));
    }

    @Test
    void readingSetsNoCookieAtAll() {
        visitor.get("/");
        visitor.get("/news/mekong-weekly/1");
        assertThat(visitor.cookieNames()).isEmpty();
    }

    @Test
    void cookiesAreForTheServerAlone() {
        visitor.get("/lists/mekong-news");
        assertThat(visitor.header("Set-Cookie"))
                .contains("form=", "HttpOnly", "SameSite=Lax")
                .doesNotContain("session");
    }

    @Test
    void unknownPageIsKindAndInTheReadersLanguage() {
        visitor.reading("vi").get("/nowhere");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(visitor.header("Content-Type")).startsWith("text/html");
        assertThat(visitor.text()).contains("Không có trang này");
    }

    @Test
    void failureTellsNothingOfTheInside() {
        scene.mailServer.when(PortalScene.NEWS, 200, "{\"broken");
        visitor.get("/lists/mekong-news");
        assertThat(visitor.status()).isEqualTo(503);
        assertThat(visitor.page().text()).doesNotContain("Exception", "127.0.0.1", "contract", "org.sampan");
    }

    @Test
    void wrongMethodAndWrongFieldsAreNoServerErrors() {
        visitor.post("/news/mekong-weekly", Map.of());
        assertThat(visitor.status()).isIn(403, 405);
        visitor.get("/news/mekong-weekly/abc");
        assertThat(visitor.status()).isEqualTo(404);
        visitor.get("/error");
        assertThat(visitor.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/statements?before=abc",
                "/statements?before=99999999999999999999",
                "/news/kinds/statement?after=abc",
                "/news/kinds/statement?after=-99999999999999999999"
            })
    void letterWhereANumberBelongsIsTheVisitorsMistake(String path) {
        visitor.get(path);
        assertThat(visitor.status()).isEqualTo(400);
        assertThat(visitor.header("Content-Type")).startsWith("text/html");
    }

    @Test
    void monthOfAnotherAgeIsNoneOfTheArchive() {
        visitor.get("/lists/mekong-news/months/-999999999-01");
        assertThat(visitor.status()).isEqualTo(404);
        assertThat(scene.mailServer.calls()).noneMatch(call -> call.line().contains("/months/"));
    }

    @Test
    void characterThatNoTextHasIsRefusedInForms() {
        visitor.get("/statements/check");
        visitor.send(Map.of("text", "Ferry workers\0 win a day of rest"));
        assertThat(visitor.status()).isEqualTo(400);
    }

    @Test
    void restKeepsItsOwnKindOfErrors() {
        visitor.get("/api/nowhere");
        assertThat(visitor.status()).isEqualTo(401);
        assertThat(visitor.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void styleSheetIsKeptByBrowsers() {
        String style = visitor.get("/").select("link[rel=stylesheet]").attr("href");
        visitor.get(style);
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(visitor.header("Cache-Control")).contains("max-age=31536000");
        visitor.get("/assets/..%2fen.properties");
        assertThat(visitor.status()).isBetween(400, 404);
    }
}
