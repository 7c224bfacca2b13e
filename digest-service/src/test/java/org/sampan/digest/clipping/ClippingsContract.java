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
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.Stories;

interface ClippingsContract {
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
}
