package org.sampan.digest.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Terms;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Measures;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Section;
import org.sampan.digest.fixture.GoldenFile;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.fixture.Stories;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.spelling.Spelling;

class RenderEditionTest {
    private static final Instant DATE = Instant.parse("2026-11-22T20:00:00Z");
    private static final Settings SETTINGS = Settings.from(RunningDigestService.environment("jdbc:none"));
    private static final RenderEdition RENDER =
            new RenderEdition(SETTINGS, new Spelling(SETTINGS), GoldenEdition::versions, new Press());

    private static Rendering rendering(String language) {
        return RENDER.render(GoldenEdition.series(language), GoldenEdition.edition(), Locale.forLanguageTag(language));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "my", "km", "lo", "shn", "vi", "zh"})
    void editionLooksAsItDidInEveryLanguage(String language) {
        Rendering rendering = rendering(language);

        GoldenFile.of(getClass(), "edition-" + language + ".html")
                .assertSame(rendering.html().toString());
        GoldenFile.of(getClass(), "edition-" + language + ".txt")
                .assertSame("Subject: " + rendering.subject() + "\n\n"
                        + rendering.text().toString());
    }

    @Test
    void plainTextSaysEverythingTheHtmlSays() {
        Rendering rendering = rendering("en");
        String text = rendering.text().toString().replaceAll(" \\(https?:[^)]+\\)|\\s+", "");

        Jsoup.parse(rendering.html().toString()).body().select("h3, p:not(.more), h2, li").eachText().stream()
                .map(said -> said.replaceAll("\\s+", ""))
                .forEach(said -> assertThat(text).contains(said));
        Jsoup.parse(rendering.html().toString())
                .select("a")
                .eachAttr("href")
                .forEach(link -> assertThat(rendering.text().toString()).contains(link));
    }

    @Test
    void nothingIsLoadedFromAnywhere() {
        Matcher loads = Pattern.compile("(?i)(src=|url\\(|@import|<link[^>]+href)")
                .matcher(rendering("en").html().toString());

        assertThat(loads.results().map(found -> found.group())).isEmpty();
    }

    @Test
    void sameEditionGivesTheSameBytes() {
        assertThat(rendering("th")).isEqualTo(rendering("th"));
    }

    @Test
    void languagesComeInTheirOrderAndDatesInTheirCalendar() {
        List<Rendering> all = new ArrayList<>();
        RENDER.render(GoldenEdition.series("en", "th"), GoldenEdition.edition()).forEach(all::add);

        assertThat(all).extracting(one -> one.language().toLanguageTag()).containsExactly("en", "th");
        assertThat(all.get(0).subject()).isEqualTo("A day of rest on the river – 23 November 2026");
        assertThat(all.get(1).subject()).contains("2569");
    }

    @Test
    void whatFeedsWriteIsEscaped() {
        Story sly = Stories.like(Stories.statement(), "<script>alert(1)</script> & ${1+1} <#if>", DATE);
        Edition edition = GoldenEdition.edition()
                .withSections(List.of(new Section(Kind.STATEMENT, List.of(Stories.clipping(9, sly)))));

        Rendering rendering = RENDER.render(GoldenEdition.series("en"), edition, Locale.ENGLISH);

        assertThat(rendering.html().toString()).doesNotContain("<script>").contains("&lt;script&gt;alert(1)", "${1+1}");
        assertThat(rendering.text().toString()).contains("<script>alert(1)</script> & ${1+1} <#if>");
    }

    @Test
    void noMoreIsMailedOfAStoryThanItsSourceAllowsAndItsLineStandsWithIt() {
        Clipping ferry = Stories.clipping(2, Stories.ferryWorkers());
        Origin met = ferry.origins().get(0);
        Terms terms = new Terms(Optional.of(40), List.of("© The Delta Courier, CC BY-ND 4.0"));
        Clipping strict = new Clipping(
                ferry.id(),
                ferry.story(),
                List.of(new Origin(met.source(), met.link(), met.guid(), met.seenAt(), Optional.empty(), terms)),
                ferry.collectedAt(),
                ferry.state());
        Edition edition =
                GoldenEdition.edition().withSections(List.of(new Section(Kind.NEWS_CLIPPING, List.of(strict))));

        Rendering rendering = RENDER.render(GoldenEdition.series("en"), edition, Locale.ENGLISH);

        assertThat(List.of(rendering.html().toString(), rendering.text().toString()))
                .allSatisfy(mail -> assertThat(mail)
                        .contains("© The Delta Courier, CC BY-ND 4.0")
                        .contains("Ferry workers on the lower river have")
                        .doesNotContain("a weekly day of rest"));
    }

    @Test
    void twentyItemsStayWithinTheBudget() {
        List<Clipping> twenty = LongStream.range(0, 20)
                .mapToObj(id -> Stories.clipping(id, Stories.ferryWorkers()))
                .toList();
        Edition edition = GoldenEdition.edition().withSections(List.of(new Section(Kind.NEWS_CLIPPING, twenty)));

        assertThat(RenderEdition.size(RENDER.render(GoldenEdition.series("my"), edition, Locale.forLanguageTag("my"))))
                .isLessThan(Measures.STANDARD.budget());
    }

    /** U+202E turns round all that follows on its line; Hebrew turns round the words beside it. */
    @Test
    void titleCannotTurnTheMailRound() {
        Story hebrew = Stories.like(Stories.ferryWorkers(), "\u202eנהג \u2067(ferry", DATE);
        Edition edition = GoldenEdition.edition()
                .withTitle("Crews \u202e שלום")
                .withSections(List.of(new Section(Kind.NEWS_CLIPPING, List.of(Stories.clipping(9, hebrew)))));

        Rendering rendering = RENDER.render(GoldenEdition.series("en"), edition, Locale.ENGLISH);

        assertThat(rendering.subject()).isEqualTo("\u2068Crews  שלום\u2069 – 23 November 2026");
        assertThat(rendering.text().toString())
                .contains("* \u2068נהג (ferry\u2069\n")
                .doesNotContain("\u202e", "\u2067");
        assertThat(rendering.html().toString()).doesNotContain("\u202e", "\u2067");
        Document page = Jsoup.parse(rendering.html().toString());
        assertThat(page.select("html, div[role=article]").eachAttr("dir")).containsOnly("ltr");
        assertThat(page.select("td.item").attr("dir")).isEqualTo("auto");
        assertThat(page.select("td.item .credit, td.item .more").eachAttr("dir"))
                .containsExactly("ltr", "ltr");
    }
}
