package org.sampan.digest.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Country;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Rendering;
import org.sampan.digest.edition.Section;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.TestEditions;
import org.sampan.digest.fixture.Stories;
import org.sampan.digest.fixture.TestDatabase;

class CompileEditionTest {
    private static final Instant NOW = Instant.parse("2026-11-22T01:00:00Z");
    private static final Duration WEEK = Duration.ofDays(7);
    private static final Series WEEKLY = new Series(
            "river-weekly",
            "River weekly",
            "river-news",
            List.of(Locale.ENGLISH),
            Optional.empty(),
            ZoneId.of("Asia/Bangkok"),
            List.of(Kind.STATEMENT, Kind.NEWS_CLIPPING, Kind.ACTIVITY),
            true);

    private Clippings clippings;
    private Editions editions;
    private CompileEdition compile;

    @BeforeEach
    void begin() {
        TestDatabase.Access access = TestDatabase.access();
        clippings = TestClippings.of(access);
        editions = TestEditions.of(access);
        compile = new CompileEdition(clippings, editions);
    }

    private void collect(Story... stories) {
        for (Story story : stories) {
            clippings.take(Stories.offer(story, Stories.HARBOUR));
        }
    }

    private static Wanted wanted(String since, String until) {
        return new Wanted(Optional.of(Instant.parse(since)), Optional.of(Instant.parse(until)), Optional.empty(), WEEK);
    }

    private Edition made(Wanted wanted, Instant now) {
        return ((Compilation.Made) compile.compile(WEEKLY, wanted, now, true)).edition();
    }

    private void send(Edition edition) {
        editions.keepRenderings(edition.id(), List.of(new Rendering(Locale.ENGLISH, "s", "h", "t", "")), "a");
        editions.markSent(edition.id(), NOW);
    }

    @Test
    void whatNobodyStandsBehindIsInNoEditionThatNobodyLooksThrough() {
        URI forged = Origin.mailbox("clippings@lists.example", false);
        clippings.take(Stories.offer(Stories.ferryWorkers(), forged));
        Origin later =
                new Origin(Stories.RIVERSIDE, Optional.empty(), Optional.empty(), Stories.COLLECTED.plusSeconds(60));
        clippings.take(new Offer(Stories.ferryWorkers(), later, "ferry"));
        clippings.take(Stories.offer(Stories.statement(), Origin.mailbox("clippings@lists.example", true)));

        assertThat(made(Wanted.next(WEEK), NOW).sections().stream().flatMap(it -> it.clippings().stream()))
                .extracting(it -> it.story().title())
                .containsExactly(Stories.statement().title());
        editions.remove(new EditionId(WEEKLY.slug(), 1));
        assertThat(made(Wanted.next(WEEK).asDraft(), NOW).items()).isEqualTo(2);
    }

    @Test
    void sectionsComeInTheOrderOfTheSeriesAndItemsByCountry() {
        Story lao = new Story(
                "Ferry workers in Laos meet their owners",
                Kind.NEWS_CLIPPING,
                Instant.parse("2026-11-16T00:00:00Z"),
                Optional.empty(),
                Optional.empty(),
                Locale.ENGLISH,
                Optional.of(new Country("LA")),
                Optional.empty(),
                "",
                "");
        collect(Stories.ferryWorkers(), lao, Stories.statement(), Stories.thaiTraining());

        Edition edition = made(Wanted.next(WEEK), NOW);

        assertThat(edition.sections())
                .extracting(Section::kind)
                .containsExactly(Kind.STATEMENT, Kind.NEWS_CLIPPING, Kind.ACTIVITY);
        assertThat(edition.sections().get(1).clippings())
                .extracting(clipping -> clipping.story().country().orElseThrow().code())
                .containsExactly("LA", "TH");
        assertThat(edition.title()).isEqualTo("River weekly 1");
    }

    @Test
    void samePeriodIsTheSameEdition() {
        collect(Stories.ferryWorkers());
        Wanted period = wanted("2026-11-15T00:00:00Z", "2026-11-22T00:00:00Z");
        Edition first = made(period, NOW);

        Compilation again = compile.compile(WEEKLY, period, NOW.plusSeconds(60), true);

        assertThat(again)
                .isInstanceOfSatisfying(
                        Compilation.Found.class,
                        found -> assertThat(found.edition().id()).isEqualTo(first.id()));
    }

    @Test
    void whatIsDueTwiceForTheSameMomentIsTheSameEdition() {
        collect(Stories.ferryWorkers());
        Wanted due = new Wanted(Optional.empty(), Optional.of(NOW), Optional.empty(), WEEK);
        Edition first = made(due, NOW.plusSeconds(2));

        assertThat(compile.compile(WEEKLY, due, NOW.plusSeconds(60), true))
                .isInstanceOfSatisfying(
                        Compilation.Found.class,
                        found -> assertThat(found.edition().id()).isEqualTo(first.id()));
    }

    @Test
    void sameNumberIsTheSameEdition() {
        collect(Stories.ferryWorkers());
        Edition first = made(Wanted.next(WEEK), NOW);
        Wanted number = new Wanted(Optional.empty(), Optional.empty(), Optional.of(1), WEEK);

        assertThat(compile.compile(WEEKLY, number, NOW, true))
                .isInstanceOfSatisfying(
                        Compilation.Found.class,
                        found -> assertThat(found.edition().id()).isEqualTo(first.id()));
    }

    @Test
    void unfinishedEditionComesFirst() {
        collect(Stories.ferryWorkers());
        Edition unfinished = made(Wanted.next(WEEK), NOW);
        collect(Stories.statement());

        assertThat(compile.compile(WEEKLY, Wanted.next(WEEK), NOW.plus(WEEK), true))
                .isInstanceOfSatisfying(
                        Compilation.Found.class,
                        found -> assertThat(found.edition().id()).isEqualTo(unfinished.id()));
    }

    @Test
    void nextEditionBeginsWhereTheLatestEnded() {
        collect(Stories.ferryWorkers());
        send(made(Wanted.next(WEEK), NOW));
        collect(Stories.like(Stories.statement(), "Statement of the week after, on kilns", NOW.plusSeconds(3_600)));

        Edition next = made(Wanted.next(WEEK), NOW.plus(WEEK));

        assertThat(next.id().number()).isEqualTo(2);
        assertThat(next.period().since()).isEqualTo(NOW);
        assertThat(next.items()).isEqualTo(1);
    }

    @Test
    void whatWasMetLateStillGoesIntoTheNext() {
        collect(Stories.ferryWorkers());
        Instant early = Stories.COLLECTED.minusSeconds(3_600);
        send(made(new Wanted(Optional.empty(), Optional.of(early), Optional.empty(), WEEK), NOW));
        collect(Stories.statement());

        Edition next = made(Wanted.next(WEEK), NOW);

        assertThat(next.sections())
                .flatExtracting(Section::clippings)
                .extracting(clipping -> ((Clipping) clipping).story().title())
                .containsExactly(Stories.statement().title());
    }

    @Test
    void emptyPeriodIsNoEditionAndUsesNoNumber() {
        Compilation nothing =
                compile.compile(WEEKLY, wanted("2020-01-01T00:00:00Z", "2020-02-01T00:00:00Z"), NOW, true);

        assertThat(nothing)
                .isInstanceOfSatisfying(
                        Compilation.Nothing.class,
                        skipped ->
                                assertThat(skipped.why()).startsWith("no clipping of River weekly between 2020-01-01"));
        assertThat(editions.nextNumber("river-weekly")).isEqualTo(1);
    }

    @Test
    void omittedClippingsAndKindsTheSeriesDoesNotPrintStayOut() {
        collect(
                Stories.ferryWorkers(),
                new Story(
                        "Come to the fair on the lower river",
                        Kind.INVITATION,
                        Instant.parse("2026-11-18T00:00:00Z"),
                        Optional.empty(),
                        Optional.empty(),
                        Locale.ENGLISH,
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        ""));
        Clipping ferry = clippings.publishedBetween(NOW.minus(WEEK), NOW).stream()
                .filter(clipping -> clipping.story().kind() == Kind.NEWS_CLIPPING)
                .findFirst()
                .orElseThrow();
        clippings.change(ferry.id(), ferry.story(), true);

        assertThat(compile.compile(WEEKLY, Wanted.next(WEEK), NOW, true)).isInstanceOf(Compilation.Nothing.class);
    }

    @Test
    void dryRunKeepsNothing() {
        collect(Stories.ferryWorkers());

        Compilation shown = compile.compile(WEEKLY, Wanted.next(WEEK), NOW, false);

        assertThat(shown).isInstanceOf(Compilation.Made.class);
        assertThat(editions.newest(Optional.empty(), 10)).isEmpty();
    }

    @Test
    void periodThatEndsBeforeItBeginsIsRefused() {
        assertThatThrownBy(() ->
                        compile.compile(WEEKLY, wanted("2026-11-22T00:00:00Z", "2026-11-15T00:00:00Z"), NOW, true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not before");
    }
}
