package org.sampan.digest.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.ferryWorkers;
import static org.sampan.digest.fixture.Stories.like;
import static org.sampan.digest.fixture.Stories.offer;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Story;
import org.sampan.digest.clipping.Takedown;
import org.sampan.digest.clipping.Takedowns;

interface WatchedLinksContract {
    Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    List<Duration> PAUSES = List.of(Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    LinkFinding MISSING = new LinkFinding.Gone(Loss.NOT_FOUND);

    /** No links yet, over {@code clippings}. */
    record Room(WatchedLinks links, Clippings clippings, Takedowns takedowns) {
        ClippingId shown(String title) {
            Story story = like(ferryWorkers(), title, ferryWorkers().publishedAt());
            clippings.take(offer(story, HARBOUR));
            ClippingId id = clippings
                    .findItem(HARBOUR, story.link().orElseThrow().toString())
                    .orElseThrow();
            clippings.noteShown(List.of(id), MONDAY);
            return id;
        }

        WatchedLink watched(String title) {
            ClippingId id = shown(title);
            links.begin(MONDAY, 10);
            return links.find(id).orElseThrow();
        }

        WatchedLink found(WatchedLink link, LinkFinding finding, int times) {
            WatchedLink now = link;
            for (int look = 0; look < times; look++) {
                now = now.after(finding, now.due(), PAUSES);
            }
            links.keep(now);
            return now;
        }

        void replace(ClippingId id, String link) {
            Clipping clipping = clippings.find(id).orElseThrow();
            Story old = clipping.story();
            clippings.change(
                    id,
                    new Story(
                            old.title(),
                            old.kind(),
                            old.publishedAt(),
                            old.byline(),
                            old.outlet(),
                            old.language(),
                            old.country(),
                            Optional.of(URI.create(link)),
                            old.html(),
                            old.summary()),
                    false);
        }
    }

    Room room();

    @Test
    default void linksOfWhatReadersMaySeeAreWatchedAndNoOthers() {
        Room room = room();
        room.clippings().take(offer(ferryWorkers(), HARBOUR));
        ClippingId shown = room.shown("Ferries at night");

        assertThat(room.links().begin(MONDAY, 10)).isEqualTo(1);
        assertThat(room.links().begin(MONDAY, 10)).isZero();

        WatchedLink link = room.links().find(shown).orElseThrow();
        assertThat(link.state()).isEqualTo(LinkState.FINE);
        assertThat(link.due()).isEqualTo(MONDAY);
    }

    @Test
    default void whatIsDueIsGivenOnceUntilItsTimeIsOver() {
        Room room = room();
        WatchedLink link = room.watched("Ferries at night");
        Instant later = MONDAY.plusSeconds(600);

        assertThat(room.links().claim(MONDAY.minusSeconds(1), later, 10)).isEmpty();
        assertThat(room.links().claim(MONDAY, later, 10)).containsExactly(link);
        assertThat(room.links().claim(MONDAY, later, 10)).isEmpty();
        assertThat(room.links().claim(later, later.plusSeconds(1), 10)).hasSize(1);
    }

    @Test
    default void linkIsGoneOnlyAfterLooksThatAgree() {
        Room room = room();
        WatchedLink link = room.watched("Ferries at night");

        WatchedLink twice = room.found(link, MISSING, 2);
        assertThat(room.links().gone(List.of(link.clipping()))).isEmpty();
        WatchedLink gone = room.found(twice, new LinkFinding.Gone(Loss.NO_HOST), 1);

        assertThat(gone.loss()).contains(Loss.NO_HOST);
        assertThat(gone.since()).contains(MONDAY);
        assertThat(room.links().gone(List.of(link.clipping()))).isEqualTo(Map.of(link.clipping(), gone));
        assertThat(room.links().lost()).isEqualTo(Map.of(LinkState.GONE, 1, LinkState.MOVED, 0));
        room.found(gone, new LinkFinding.Fine(), 1);
        assertThat(room.links().lost()).isEqualTo(Map.of(LinkState.GONE, 0, LinkState.MOVED, 0));
    }

    @Test
    default void shelfShowsTheLatestFirstPageByPage() {
        Room room = room();
        LinkFinding moved = new LinkFinding.Moved(URI.create("https://courier.example/new"));
        WatchedLink first = room.found(room.watched("Ferries at night"), moved, 3);
        WatchedLink second = room.found(room.watched("Ferries by day"), moved, 3);
        room.found(room.watched("Piers"), MISSING, 3);
        WatchedLinks links = room.links();

        assertThat(first.movedTo()).contains(URI.create("https://courier.example/new"));
        assertThat(links.page(LinkState.MOVED, Optional.empty(), 1)).containsExactly(second);
        assertThat(links.page(LinkState.MOVED, Optional.of(second.clipping()), 9))
                .containsExactly(first);
        assertThat(links.page(LinkState.GONE, Optional.empty(), 9)).hasSize(1);
    }

    @Test
    default void otherLinkIsAnotherAndWhatWasKnownComesBackWithTheOldOne() {
        Room room = room();
        WatchedLink gone = room.found(room.watched("Ferries at night"), MISSING, 3);
        String old = gone.url().toString();

        room.replace(gone.clipping(), "https://courier.example/again");
        assertThat(room.links().find(gone.clipping())).isEmpty();
        assertThat(room.links().lost()).containsEntry(LinkState.GONE, 0);
        assertThat(room.links().claim(gone.due(), gone.due(), 10)).isEmpty();
        assertThat(room.links().begin(MONDAY, 10)).isEqualTo(1);
        assertThat(room.links().find(gone.clipping()).orElseThrow().times()).isZero();

        room.replace(gone.clipping(), old);
        assertThat(room.links().find(gone.clipping())).contains(gone);
    }

    @Test
    default void linkSomebodyVouchesForIsFineAndNotLookedAtUntilThatIsTakenBack() {
        Room room = room();
        WatchedLink gone = room.found(room.watched("Ferries at night"), MISSING, 3);
        WatchedLinks links = room.links();

        assertThat(links.vouch(gone.clipping(), gone.url(), true)).isTrue();
        assertThat(links.vouch(gone.clipping(), gone.url(), true)).isFalse();
        assertThat(links.gone(List.of(gone.clipping()))).isEmpty();
        assertThat(links.claim(gone.due(), gone.due(), 10)).isEmpty();
        links.keep(gone.after(MISSING, gone.due(), PAUSES));
        assertThat(links.gone(List.of(gone.clipping()))).isEmpty();

        assertThat(links.vouch(gone.clipping(), gone.url(), false)).isTrue();
        assertThat(links.gone(List.of(gone.clipping()))).hasSize(1);
    }

    @Test
    default void whatIsTakenDownIsNotWatched() {
        Room room = room();
        WatchedLink gone = room.found(room.watched("Ferries at night"), MISSING, 3);

        room.takedowns().takeDown(new Takedown(gone.clipping(), "She asked us to.", "alice@network.example", MONDAY));

        assertThat(room.links().find(gone.clipping())).isEmpty();
        assertThat(room.links().claim(gone.due(), gone.due(), 10)).isEmpty();
        assertThat(room.links().begin(MONDAY, 10)).isZero();
    }
}
