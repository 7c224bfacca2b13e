package org.sampan.digest.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.NewEdition;
import org.sampan.digest.edition.Period;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;

/** An edition of the series urgent, that went to a list which is private while these tests run. */
class ReadersEditionsTest {
    private static final Instant SENT = Instant.parse("2026-11-02T03:00:00Z");
    private static final String SECRET = "A draft nobody may see yet";

    private static EditionId edition;

    private final PortalScene scene = PortalScene.fresh();

    @BeforeAll
    static void editionIsSent() {
        PortalScene scene = PortalScene.fresh();
        Editions editions = scene.service.bean(Editions.class);
        Series series =
                scene.service.bean(SeriesCatalogue.class).find("members-letter").orElseThrow();
        Section section = new Section(Kind.STATEMENT, List.of(story(scene)));
        NewEdition made = new NewEdition(series, new Period(SENT.minusSeconds(3_600), SENT), List.of(section), SENT);
        edition = editions.add(made, Optional.empty()).id();
        editions.keepRenderings(edition, List.of(new Rendering(Locale.ENGLISH, "Letter", "", "<p>1</p>", "1")), "a");
        editions.markSent(edition, SENT);
    }

    private static Clipping story(PortalScene scene) {
        return scene.service.bean(Clippings.class).page(Optional.empty(), 500).stream()
                .filter(clipping -> clipping.story().title().equals(SECRET))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void memberReadsIt() {
        WebVisitor member = scene.signedIn(scene.newMember());
        Document page = member.get("/news/" + edition);

        assertThat(member.status()).isEqualTo(200);
        assertThat(page.select(".story h3").text()).isEqualTo(SECRET);
        assertThat(page.select(".story h3 a, [property^=og], a[href*=feed]")).isEmpty();
        assertThat(member.header("Cache-Control")).contains("no-store");
        assertThat(member.get("/news/members-letter").select(".card a").eachAttr("href"))
                .contains("/news/" + edition);
    }

    @Test
    void whoIsSignedInAndNoMemberFindsNothing() {
        WebVisitor other = scene.signedIn(scene.newSteward("moderator"));
        other.get("/news/" + edition);
        assertThat(other.status()).isEqualTo(404);
        other.get("/news/members-letter");
        assertThat(other.status()).isEqualTo(404);
    }

    @Test
    void strangerIsAskedToSignInWhetherOrNotThereIsSuchANumber() {
        for (int number : List.of(edition.number(), 9_999)) {
            WebVisitor visitor = scene.visitor();
            visitor.get("/news/members-letter/" + number);
            assertThat(visitor.answer().uri().toString())
                    .endsWith("/account/sign-in?next=/news/members-letter/" + number);
            assertThat(visitor.page().select("input[name=next]").attr("value"))
                    .isEqualTo("/news/members-letter/" + number);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/news/members-letter",
                "/news/members-letter/feed.atom",
                "/news/members-letter/feed.json",
                "/news/members-letter/%d/picture.png"
            })
    void strangerFindsNothingOfIt(String path) {
        WebVisitor visitor = scene.visitor();
        visitor.get(path.formatted(edition.number()));
        assertThat(visitor.status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/news", "/sitemap.xml", "/news/feed.json", "/news/kinds/statement"})
    void noPageForEverybodySaysThatThereIsSuchASeries(String path) {
        WebVisitor visitor = scene.visitor();
        visitor.get(path);
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(new String(visitor.answer().body(), StandardCharsets.UTF_8))
                .doesNotContain("/news/members-letter", "Letter among ourselves", SECRET);
    }
}
