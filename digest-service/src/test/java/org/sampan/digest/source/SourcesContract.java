package org.sampan.digest.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.sampan.digest.clipping.Offer;
import org.sampan.digest.clipping.Origin;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.fixture.Stories;

interface SourcesContract {
    NewSource HARBOUR = new NewSource(
            URI.create("https://harbour.example/feed/"),
            "Harbour Workers' Centre",
            Optional.of(Kind.PRESS_RELEASE),
            Map.of("in the press", Kind.NEWS_CLIPPING));
    NewSource RIVERSIDE = new NewSource(
            URI.create("https://riverside.example/atom.xml"), "Riverside Legal Aid", Optional.empty(), Map.of());
    Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    /** Empty. */
    Sources sources();

    /** Empty, beside {@link #sources}, in one database. */
    Clippings clippings();

    @Test
    default void addedSourceIsNewAndTheSameAgainIsTheSame() {
        Sources sources = sources();

        Source added = sources.add(HARBOUR);

        assertThat(added.declared()).isEqualTo(HARBOUR);
        assertThat(added.state()).isEqualTo(SourceState.NEW);
        assertThat(added.items()).isZero();
        assertThat(sources.add(HARBOUR).id()).isEqualTo(added.id());
        assertThat(sources.all()).hasSize(1);
    }

    @Test
    default void failureIsToldUntilItIsWellAgain() {
        Sources sources = sources();
        SourceId id = sources.add(RIVERSIDE).id();

        sources.failed(id, NOON, "answered 503", Optional.empty());
        assertThat(sources.find(id)).hasValueSatisfying(ailing -> {
            assertThat(ailing.state()).isEqualTo(SourceState.AILING);
            assertThat(ailing.condition().lastProblem()).contains("answered 503");
        });

        Validators validators = new Validators(Optional.of("\"v2\""), Optional.of("Sun, 22 Nov 2026 11:00:00 GMT"));
        sources.collected(id, NOON.plusSeconds(60), validators);
        assertThat(sources.find(id)).hasValueSatisfying(well -> {
            assertThat(well.state()).isEqualTo(SourceState.OK);
            assertThat(well.condition().lastProblem()).isEmpty();
            assertThat(well.condition().lastCollectedAt()).contains(NOON.plusSeconds(60));
            assertThat(well.validators()).isEqualTo(validators);
        });
    }

    @Test
    default void ailingSourceIsLeftAloneLongerEachTime() {
        Sources sources = sources();
        SourceId id = sources.add(RIVERSIDE).id();

        sources.failed(id, NOON, "answered 503", Optional.empty());
        assertThat(condition(sources, id).isDue(NOON.plus(Duration.ofMinutes(14))))
                .isFalse();
        assertThat(condition(sources, id).isDue(NOON.plus(Duration.ofMinutes(15))))
                .isTrue();
        sources.failed(id, NOON, "answered 503", Optional.empty());
        assertThat(condition(sources, id).retryAt()).contains(NOON.plus(Duration.ofMinutes(30)));
        sources.failed(id, NOON, "answered 429", Optional.of(Duration.ofHours(3)));
        assertThat(condition(sources, id).retryAt()).contains(NOON.plus(Duration.ofHours(3)));
        sources.failed(id, NOON, "answered 429", Optional.of(Duration.ofDays(300)));
        assertThat(condition(sources, id).retryAt()).contains(NOON.plus(Duration.ofDays(1)));
        assertThat(condition(sources, id).failures()).isEqualTo(4);

        sources.collected(id, NOON, Validators.NONE);
        assertThat(condition(sources, id).isDue(NOON)).isTrue();
        assertThat(condition(sources, id).failures()).isZero();
    }

    @Test
    default void movedSourceIsFoundByBothAddresses() {
        Sources sources = sources();
        SourceId id = sources.add(HARBOUR).id();
        URI there = URI.create("https://www.harbour.example/feed/");

        sources.moved(id, there, NOON);

        assertThat(condition(sources, id).moved()).contains(new Condition.Moved(there, NOON));
        assertThat(sources.find(id).orElseThrow().url()).isEqualTo(HARBOUR.url());
        assertThat(sources.findUrl(there).orElseThrow().id()).isEqualTo(id);
        assertThat(sources.findUrl(HARBOUR.url()).orElseThrow().address()).isEqualTo(there);
    }

    private static Condition condition(Sources sources, SourceId id) {
        return sources.find(id).orElseThrow().condition();
    }

    @Test
    default void declaredSourcesAreMadeOnceSoThatARemovedOneStaysRemoved() {
        Sources sources = sources();
        sources.addDeclared(List.of(HARBOUR, RIVERSIDE));

        assertThat(sources.remove(sources.all().get(0).id())).isTrue();
        sources.addDeclared(List.of(HARBOUR, RIVERSIDE));

        assertThat(sources.all()).extracting(Source::declared).containsExactly(RIVERSIDE);
    }

    @Test
    default void unknownSourceCannotBeRemoved() {
        assertThat(sources().remove(new SourceId(99))).isFalse();
    }

    @Test
    default void sourceIsCalledAndJudgedOtherwiseAndKeepsItsAddress() {
        Sources sources = sources();
        SourceId id = sources.add(HARBOUR).id();
        NewSource other = new NewSource(
                HARBOUR.url(),
                "Harbour",
                Optional.empty(),
                Map.of("notes", Kind.ACTIVITY),
                Optional.of(300),
                Optional.of("© Harbour"));

        assertThat(sources.change(id, other)).isTrue();

        assertThat(sources.findUrl(HARBOUR.url()).orElseThrow().declared()).isEqualTo(other);
        assertThat(sources.names()).containsExactly(Map.entry(HARBOUR.url(), "Harbour"));
        assertThat(sources.change(new SourceId(999), other)).isFalse();
        assertThat(sources.findUrl(RIVERSIDE.url())).isEmpty();
        assertThat(sources.itemsByDay(LocalDate.parse("2026-11-20"), ZoneOffset.UTC))
                .isEmpty();
    }

    private void give(NewSource source, String item, String seenAt) {
        Instant at = Instant.parse(seenAt);
        Story story = Stories.like(Stories.ferryWorkers(), item, at);
        clippings().take(new Offer(story, new Origin(source.url(), Optional.empty(), Optional.of(item), at), item));
    }

    @Test
    default void itemsAreCountedByTheDayTheyCameWithoutEmptyDays() {
        give(HARBOUR, "The pier opens", "2026-11-22T00:00:00Z");
        give(HARBOUR, "A ferry sinks in the delta", "2026-11-22T23:59:59Z");
        give(HARBOUR, "Unions meet the minister of labour", "2026-11-24T00:00:00Z");
        give(RIVERSIDE, "Lawyers win the first case of the kilns", "2026-11-22T08:00:00Z");
        give(RIVERSIDE, "Long before anybody counted", "2026-11-21T23:59:59Z");

        Map<URI, Map<LocalDate, Integer>> items = sources().itemsByDay(LocalDate.parse("2026-11-22"), ZoneOffset.UTC);

        assertThat(items)
                .isEqualTo(Map.of(
                        HARBOUR.url(),
                        Map.of(LocalDate.parse("2026-11-22"), 2, LocalDate.parse("2026-11-24"), 1),
                        RIVERSIDE.url(),
                        Map.of(LocalDate.parse("2026-11-22"), 1)));
    }

    @Test
    default void itemsOfSourcesNobodyCollectsFromAreCountedToo() {
        Sources sources = sources();
        Source harbour = sources.add(HARBOUR);
        give(HARBOUR, "The pier opens", "2026-11-22T00:00:00Z");
        sources.remove(harbour.id());

        assertThat(sources.itemsByDay(LocalDate.parse("2026-11-21"), ZoneOffset.UTC))
                .containsOnlyKeys(HARBOUR.url());
        assertThat(sources.itemsByDay(LocalDate.parse("2026-11-23"), ZoneOffset.UTC))
                .isEmpty();
    }

    @Test
    default void itemsAreCountedByTheDayItWasForTheNetwork() {
        give(HARBOUR, "The pier opens", "2026-11-21T16:59:59Z");
        give(HARBOUR, "A ferry sinks in the delta", "2026-11-21T17:00:00Z");
        give(HARBOUR, "Unions meet the minister of labour", "2026-11-22T17:00:00Z");

        assertThat(sources().itemsByDay(LocalDate.parse("2026-11-22"), ZoneId.of("Asia/Bangkok")))
                .isEqualTo(Map.of(
                        HARBOUR.url(), Map.of(LocalDate.parse("2026-11-22"), 1, LocalDate.parse("2026-11-23"), 1)));
    }
}
