package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.RIVERSIDE;
import static org.sampan.digest.fixture.Stories.ferryWorkers;
import static org.sampan.digest.fixture.Stories.like;
import static org.sampan.digest.fixture.Stories.offer;
import static org.sampan.digest.fixture.Stories.statement;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.Stories;

interface TakedownsContract {
    Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");

    /** Empty takedowns over {@code clippings}. */
    record Room(Takedowns takedowns, Clippings clippings) {
        ClippingId ferries() {
            clippings.take(List.of(offer(ferryWorkers(), HARBOUR), offer(statement(), HARBOUR)));
            return clippings
                    .page(ClippingFilter.ALL.withWords("ferry"), Optional.empty(), 1)
                    .get(0)
                    .id();
        }

        boolean takeDown(ClippingId id) {
            return takedowns.takeDown(new Takedown(id, "She asked us to.", "alice@network.example", MONDAY));
        }
    }

    Room room();

    @Test
    default void clippingIsGoneAndTheReasonStays() {
        Room room = room();
        ClippingId id = room.ferries();
        room.clippings().noteShown(List.of(id), MONDAY);

        assertThat(room.takeDown(id)).isTrue();

        assertThat(room.clippings().find(id)).isEmpty();
        assertThat(room.clippings().shownSince(id)).isEmpty();
        assertThat(room.clippings().page(Optional.empty(), 10)).hasSize(1);
        assertThat(room.clippings().shown(ClippingFilter.ALL, Optional.empty(), 10))
                .isEmpty();
        assertThat(room.clippings().page(ClippingFilter.ALL.withWords("ferry"), Optional.empty(), 10))
                .isEmpty();
        assertThat(room.takedowns().wasShown(id)).isTrue();
        Takedown kept = new Takedown(id, "She asked us to.", "alice@network.example", MONDAY);
        assertThat(room.takedowns().find(id)).contains(kept);
        assertThat(room.takedowns().newest(10)).containsExactly(kept);
    }

    @Test
    default void itIsTakenDownOnceAndOnlyIfItIsThere() {
        Room room = room();
        ClippingId id = room.ferries();

        assertThat(room.takeDown(id)).isTrue();
        assertThat(room.takeDown(id)).isFalse();
        assertThat(room.takeDown(new ClippingId(99_999))).isFalse();
        assertThat(room.takedowns().wasShown(id)).isFalse();
    }

    @Test
    default void noSourceBringsItBack() {
        Room room = room();
        Clippings clippings = room.clippings();
        room.takeDown(room.ferries());
        Story changed = like(ferryWorkers(), "Ferry workers, as told again", MONDAY);
        Offer sameItem = new Offer(
                changed,
                offer(ferryWorkers(), HARBOUR).origin(),
                offer(ferryWorkers(), HARBOUR).item());
        URI elsewhere = URI.create("https://riverside.example/ferries");
        Offer sameTitle = new Offer(
                ferryWorkers(),
                new Origin(RIVERSIDE, Optional.of(elsewhere), Optional.empty(), Stories.COLLECTED),
                "other");

        assertThat(clippings.take(offer(ferryWorkers(), HARBOUR))).isEqualTo(Reception.UNCHANGED);
        assertThat(clippings.take(sameItem)).isEqualTo(Reception.UNCHANGED);
        assertThat(clippings.take(sameTitle)).isEqualTo(Reception.UNCHANGED);
        assertThat(clippings.take(offer(ferryWorkers(), RIVERSIDE))).isEqualTo(Reception.UNCHANGED);
        assertThat(clippings.page(Optional.empty(), 10))
                .extracting(one -> one.story().title())
                .containsExactly(statement().title());
    }
}
