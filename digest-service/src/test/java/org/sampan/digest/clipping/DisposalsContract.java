package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.ferryWorkers;
import static org.sampan.digest.fixture.Stories.offer;
import static org.sampan.digest.fixture.Stories.statement;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

interface DisposalsContract {
    Instant LATER = Instant.parse("2100-01-01T00:00:00Z");
    Instant BEFORE_ALL = Instant.parse("2000-01-01T00:00:00Z");

    /** Disposals over {@code clippings} and their {@code copies}, all empty. */
    record Room(Disposals disposals, Clippings clippings, SavedCopies copies) {
        /** Two, each with a copy. */
        List<ClippingId> filled() {
            clippings.take(List.of(offer(ferryWorkers(), HARBOUR), offer(statement(), HARBOUR)));
            List<ClippingId> ids = clippings.page(Optional.empty(), 10).stream()
                    .map(Clipping::id)
                    .toList();
            ids.forEach(id -> copies.keep(
                    id,
                    new SavedCopy(
                            URI.create("https://harbour.example/" + id),
                            Instant.parse("2026-11-01T00:00:00Z"),
                            "text/html",
                            "ab".repeat(32),
                            new byte[] {1})));
            return ids;
        }
    }

    Room room();

    @Test
    default void unusedClippingIsEmptiedAndNotCollectedAgain() {
        Room room = room();
        List<ClippingId> ids = room.filled();
        assertThat(room.disposals().unusedBefore(BEFORE_ALL)).isZero();
        assertThat(room.disposals().unusedBefore(LATER)).isEqualTo(2);

        assertThat(room.disposals().disposeOfUnused(LATER, LATER, 1)).hasSize(1);
        assertThat(room.disposals().disposeOfUnused(LATER, LATER, 10)).hasSize(1);

        assertThat(room.disposals().unusedBefore(LATER)).isZero();
        assertThat(room.clippings().find(ids.get(0))).isEmpty();
        assertThat(room.copies().of(ids.get(0))).isEmpty();
        assertThat(room.clippings().take(offer(ferryWorkers(), HARBOUR))).isEqualTo(Reception.UNCHANGED);
        assertThat(room.clippings().page(Optional.empty(), 10)).isEmpty();
    }

    @Test
    default void copiesGoAloneTheOldestFirst() {
        Room room = room();
        List<ClippingId> ids = room.filled();
        assertThat(room.disposals().copiesBefore(BEFORE_ALL)).isZero();
        assertThat(room.disposals().copiesBefore(LATER)).isEqualTo(2);

        assertThat(room.disposals().disposeOfCopies(LATER, 1)).isOne();
        assertThat(room.disposals().disposeOfCopies(LATER, 10)).isOne();

        assertThat(room.copies().of(ids.get(0))).isEmpty();
        assertThat(room.clippings().find(ids.get(0))).isPresent();
    }

    @Test
    default void whatAnEditionCarriesOrReadersHaveSeenStays() {
        Room room = room();
        List<ClippingId> ids = room.filled();
        room.clippings().noteUse(Set.of(ids.get(0)), Set.of());
        room.clippings().noteShown(List.of(ids.get(1)), BEFORE_ALL);

        assertThat(room.disposals().disposeOfUnused(LATER, LATER, 10)).isEmpty();
        assertThat(room.disposals().disposeOfCopies(LATER, 10)).isZero();
        assertThat(room.copies().of(ids.get(0))).hasSize(1);
    }

    @Test
    default void whatMayBePrintedForItInAnotherLanguageStays() {
        Room room = room();
        List<ClippingId> ids = room.filled();
        room.clippings().linkVersions(ids.get(0), ids.get(1));
        room.clippings().noteUse(Set.of(ids.get(0)), Set.of());

        assertThat(room.disposals().unusedBefore(LATER)).isZero();
        assertThat(room.disposals().disposeOfUnused(LATER, LATER, 10)).isEmpty();
    }
}
