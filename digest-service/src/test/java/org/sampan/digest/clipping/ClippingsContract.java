package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.RIVERSIDE;
import static org.sampan.digest.fixture.Stories.ferryWorkers;
import static org.sampan.digest.fixture.Stories.like;
import static org.sampan.digest.fixture.Stories.offer;
import static org.sampan.digest.fixture.Stories.statement;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.Stories;

interface ClippingsContract {
    String LEAD = "After a week of talks that went on until the early morning, both sides came out smiling on Friday. ";
    String REPORT = "The crews of the river ferries will have every second Sunday off from January, their union and the"
            + " owners agreed at the labour office. Night shifts are to be paid one and a half times, and deckhands from"
            + " across the border get the same written contract as their colleagues. An inspector will visit each pier"
            + " twice a year, the agreement says, and publish what he finds.";
    String THAI_REPORT =
            "ลูกเรือเรือข้ามฟากจะได้หยุดทุกวันอาทิตย์เว้นอาทิตย์ตั้งแต่เดือนมกราคม สหภาพและเจ้าของเรือตกลงกันที่สำนักงานแรงงาน"
                    + " กะกลางคืนจะได้ค่าแรงหนึ่งเท่าครึ่ง และลูกเรือจากอีกฝั่งจะได้สัญญาเป็นลายลักษณ์อักษรเหมือนเพื่อนร่วมงาน";

    /** Empty. */
    Clippings clippings();

    private static Offer withLink(Offer offer, String link) {
        Story story = offer.story();
        URI address = URI.create(link);
        return new Offer(
                new Story(
                        story.title(),
                        story.kind(),
                        story.publishedAt(),
                        story.byline(),
                        story.outlet(),
                        story.language(),
                        story.country(),
                        Optional.of(address),
                        story.html(),
                        story.summary()),
                new Origin(offer.origin().source(), Optional.of(address), Optional.of(link), Stories.COLLECTED),
                link);
    }

    @Test
    default void firstOfferIsNewAndTheSameAgainChangesNothing() {
        Clippings clippings = clippings();

        assertThat(clippings.take(offer(ferryWorkers(), HARBOUR))).isEqualTo(Reception.NEW);
        assertThat(clippings.take(offer(ferryWorkers(), HARBOUR))).isEqualTo(Reception.UNCHANGED);
        assertThat(clippings.page(Optional.empty(), 10)).singleElement().satisfies(clipping -> {
            assertThat(clipping.story()).isEqualTo(ferryWorkers());
            assertThat(clipping.origins()).hasSize(1);
            assertThat(clipping.omitted()).isFalse();
        });
    }

    @Test
    default void sameTitleFromAnotherSourceIsOneClippingWithTwoOrigins() {
        Clippings clippings = clippings();
        clippings.take(offer(ferryWorkers(), HARBOUR));

        Offer elsewhere = withLink(offer(ferryWorkers(), RIVERSIDE), "https://riverside.example/news/99");
        assertThat(clippings.take(elsewhere)).isEqualTo(Reception.MERGED);
        assertThat(clippings.take(elsewhere)).isEqualTo(Reception.UNCHANGED);
        assertThat(clippings.page(Optional.empty(), 10))
                .singleElement()
                .extracting(clipping ->
                        clipping.origins().stream().map(Origin::source).toList())
                .isEqualTo(List.of(HARBOUR, RIVERSIDE));
    }

    @Test
    default void sameAddressIsTheSameStoryWhateverItsTitle() {
        Clippings clippings = clippings();
        clippings.take(offer(ferryWorkers(), HARBOUR));
        Story retitled = like(ferryWorkers(), "A day of rest", ferryWorkers().publishedAt());

        Offer elsewhere = withLink(offer(retitled, RIVERSIDE), "https://courier.example/ferry-workers");

        assertThat(clippings.take(elsewhere)).isEqualTo(Reception.MERGED);
    }

    @Test
    default void sameTitleTwiceInOneSourceIsTwoStories() {
        Clippings clippings = clippings();
        clippings.take(offer(ferryWorkers(), HARBOUR));

        Offer next = withLink(offer(ferryWorkers(), HARBOUR), "https://courier.example/another");

        assertThat(clippings.take(next)).isEqualTo(Reception.NEW);
    }

    @Test
    default void sameTitleAWeekLaterIsAnotherStory() {
        Clippings clippings = clippings();
        clippings.take(offer(ferryWorkers(), HARBOUR));
        Story later = like(
                ferryWorkers(),
                ferryWorkers().title(),
                ferryWorkers().publishedAt().plus(Duration.ofDays(7)));

        assertThat(clippings.take(withLink(offer(later, RIVERSIDE), "https://riverside.example/later")))
                .isEqualTo(Reception.NEW);
    }

    @Test
    default void shortTitlesDoNotMakeOneStoryOfTwo() {
        Clippings clippings = clippings();
        Story update = like(statement(), "Weekly update", statement().publishedAt());
        clippings.take(withLink(offer(update, HARBOUR), "https://harbour.example/update"));

        assertThat(clippings.take(withLink(offer(update, RIVERSIDE), "https://riverside.example/update")))
                .isEqualTo(Reception.NEW);
    }

    @Test
    default void mergedStoryGainsWhatItLacked() {
        Clippings clippings = clippings();
        clippings.take(offer(statement(), HARBOUR));
        Story credited = new Story(
                statement().title(),
                Kind.STATEMENT,
                statement().publishedAt(),
                Optional.of("Alice Chan"),
                Optional.of("Riverside Legal Aid"),
                statement().language(),
                Optional.empty(),
                Optional.empty(),
                "",
                "");

        clippings.take(
                new Offer(credited, new Origin(RIVERSIDE, Optional.empty(), Optional.of("7"), Stories.COLLECTED), "7"));

        Story merged = clippings.page(Optional.empty(), 1).get(0).story();
        assertThat(merged.byline()).contains("Alice Chan");
        assertThat(merged.html()).isEqualTo(statement().html());
    }

    @Test
    default void storyFollowsItsSourceUntilTheDeskEditsIt() {
        Clippings clippings = clippings();
        clippings.take(offer(statement(), HARBOUR));
        Offer corrected = new Offer(
                like(
                        statement(),
                        "Joint statement, corrected, on brick kiln workers",
                        statement().publishedAt()),
                offer(statement(), HARBOUR).origin(),
                offer(statement(), HARBOUR).item());

        assertThat(clippings.take(corrected)).isEqualTo(Reception.CHANGED);
        Clipping clipping = clippings.page(Optional.empty(), 1).get(0);
        assertThat(clipping.story().title()).startsWith("Joint statement, corrected");

        assertThat(clippings.change(clipping.id(), statement(), true)).isTrue();
        assertThat(clippings.take(offer(
                        like(
                                statement(),
                                "Changed once more by its source",
                                statement().publishedAt()),
                        HARBOUR)))
                .isNotNull();
        assertThat(clippings.find(clipping.id())).hasValueSatisfying(edited -> {
            assertThat(edited.story()).isEqualTo(statement());
            assertThat(edited.omitted()).isTrue();
        });
    }

    @Test
    default void pagesGoFromTheNewestToTheOldest() {
        Clippings clippings = clippings();
        Instant day = Instant.parse("2026-11-01T00:00:00Z");
        for (int i = 0; i < 5; i++) {
            clippings.take(offer(
                    like(statement(), "A story with a long title, number " + i, day.plus(Duration.ofDays(i))),
                    HARBOUR));
        }

        List<Clipping> first = clippings.page(Optional.empty(), 3);
        List<Clipping> second = clippings.page(Optional.of(first.get(2).id()), 3);

        assertThat(first).extracting(c -> c.story().title()).first().asString().endsWith("4");
        assertThat(second).extracting(c -> c.story().title()).last().asString().endsWith("0");
        assertThat(second).hasSize(2);
    }

    @Test
    default void periodHasItsBeginningAndNotItsEnd() {
        Clippings clippings = clippings();
        clippings.take(offer(ferryWorkers(), HARBOUR));
        Instant at = ferryWorkers().publishedAt();

        assertThat(clippings.publishedBetween(at, at.plusSeconds(1))).hasSize(1);
        assertThat(clippings.publishedBetween(at.minusSeconds(1), at)).isEmpty();
        Clipping clipping = clippings.page(Optional.empty(), 1).get(0);
        clippings.change(clipping.id(), clipping.story(), true);
        assertThat(clippings.publishedBetween(at, at.plusSeconds(1))).isEmpty();
    }

    @Test
    default void unknownClippingCannotBeChanged() {
        assertThat(clippings().change(new ClippingId(99), statement(), false)).isFalse();
    }

    @Test
    default void sameTextUnderAnotherTitleIsOneClipping() {
        Clippings clippings = clippings();
        clippings.take(offer(ferryWorkers(), HARBOUR));

        assertThat(clippings.take(rewritten(LEAD + REPORT, "Ferries stand still on Sundays", RIVERSIDE)))
                .isEqualTo(Reception.NEW);
        assertThat(clippings.take(rewritten(REPORT, "Crews win their Sunday", HARBOUR)))
                .isEqualTo(Reception.MERGED);
        assertThat(clippings.page(Optional.empty(), 10)).hasSize(2);
    }

    @Test
    default void sameItemInAnotherLanguageIsAVersion() {
        Clippings clippings = clippings();
        clippings.take(rewritten(REPORT, "Crews win their Sunday", HARBOUR));
        Offer english = rewritten(REPORT, "Crews win their Sunday", HARBOUR);
        Offer thai = new Offer(
                translated(english.story(), "th", "<p>" + THAI_REPORT + "</p>"),
                new Origin(RIVERSIDE, english.origin().link(), english.origin().guid(), Stories.COLLECTED),
                "th");

        assertThat(clippings.take(thai)).isEqualTo(Reception.NEW);

        Clipping one = clippings.page(Optional.empty(), 10).get(0);
        assertThat(clippings.versions(one.id())).singleElement().satisfies(other -> {
            assertThat(other.story().language()).isNotEqualTo(one.story().language());
            assertThat(clippings.versions(other.id())).extracting(Clipping::id).containsExactly(one.id());
            clippings.unlinkVersion(other.id());
            assertThat(clippings.versions(one.id())).isEmpty();
            assertThat(clippings.linkVersions(one.id(), other.id())).isTrue();
            assertThat(clippings.versions(one.id())).hasSize(1);
        });
        assertThat(clippings.linkVersions(one.id(), new ClippingId(99_999))).isFalse();
    }

    @Test
    default void mergedByHandIsSplitByHandWithTheWordsOfEach() {
        Clippings clippings = clippings();
        clippings.take(offer(ferryWorkers(), HARBOUR));
        clippings.take(offer(statement(), RIVERSIDE));
        ClippingId kept = idOf(clippings, ferryWorkers());
        ClippingId other = idOf(clippings, statement());

        assertThat(clippings.merge(kept, other)).isEqualTo(Merging.MERGED);
        assertThat(clippings.merge(kept, other)).isEqualTo(Merging.NOTHING_TO_MERGE);
        assertThat(clippings.find(other)).isEmpty();
        assertThat(clippings.wordings(kept))
                .extracting(Wording::story)
                .containsExactlyInAnyOrder(ferryWorkers(), statement());
        assertThat(clippings.take(offer(statement(), RIVERSIDE))).isEqualTo(Reception.UNCHANGED);

        Wording stray = clippings.wordings(kept).stream()
                .filter(it -> it.origin().source().equals(RIVERSIDE))
                .findFirst()
                .orElseThrow();
        ClippingId made = clippings.split(kept, RIVERSIDE, stray.item()).orElseThrow();
        assertThat(clippings.find(made).orElseThrow().story()).isEqualTo(statement());
        assertThat(clippings.find(kept).orElseThrow().story()).isEqualTo(ferryWorkers());
        assertThat(clippings.split(made, RIVERSIDE, stray.item())).isEmpty();
        assertThat(clippings.take(offer(statement(), RIVERSIDE))).isEqualTo(Reception.UNCHANGED);
    }

    @Test
    default void clippingDoesNotFollowASourceThatJoinedLater() {
        Clippings clippings = clippings();
        clippings.take(offer(ferryWorkers(), HARBOUR));
        Offer elsewhere = withLink(offer(ferryWorkers(), RIVERSIDE), "https://riverside.example/news/99");
        clippings.take(elsewhere);
        Offer changed = new Offer(
                like(
                        ferryWorkers(),
                        "Another headline of the second source",
                        ferryWorkers().publishedAt()),
                elsewhere.origin(),
                elsewhere.item());

        assertThat(clippings.take(changed)).isEqualTo(Reception.UNCHANGED);
        Clipping clipping = clippings.page(Optional.empty(), 10).get(0);
        assertThat(clipping.story().title()).isEqualTo(ferryWorkers().title());
        assertThat(clippings.wordings(clipping.id()))
                .extracting(it -> it.story().title())
                .contains("Another headline of the second source");
    }

    private static ClippingId idOf(Clippings clippings, Story story) {
        return clippings.page(Optional.empty(), 10).stream()
                .filter(it -> it.story().title().equals(story.title()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static Offer rewritten(String text, String title, URI source) {
        Story like = like(ferryWorkers(), title, ferryWorkers().publishedAt());
        URI link = URI.create(source + "/" + title.hashCode());
        Story story = new Story(
                title,
                like.kind(),
                like.publishedAt(),
                like.byline(),
                like.outlet(),
                like.language(),
                like.country(),
                Optional.of(link),
                "<p>" + text + "</p>",
                like.summary());
        return new Offer(
                story, new Origin(source, Optional.of(link), Optional.of(link.toString()), Stories.COLLECTED), title);
    }

    private static Story translated(Story story, String language, String html) {
        return new Story(
                "หัวข้อข่าว",
                story.kind(),
                story.publishedAt(),
                story.byline(),
                story.outlet(),
                Locale.forLanguageTag(language),
                story.country(),
                story.link(),
                html,
                story.summary());
    }
}
