package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.ferryWorkers;
import static org.sampan.digest.fixture.Stories.offer;
import static org.sampan.digest.fixture.Stories.statement;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

interface SavedCopiesContract {
    Instant MONDAY = Instant.parse("2026-11-23T01:00:00Z");
    URI PAGE = URI.create("https://courier.example/ferry-workers");

    /** No copies yet. */
    record Room(SavedCopies copies, Clippings clippings) {}

    Room room();

    private static SavedCopy copy(String text, Instant at) {
        return SavedCopy.of(PAGE, at, "text/html", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    default void copyIsKeptToTheByteAndTheSameOnlyOnce() {
        Room room = room();
        ClippingId id = room.clippings().add(offer(ferryWorkers(), HARBOUR));
        SavedCopy first = copy("<p>A day of rest.</p>", MONDAY);

        room.copies().keep(id, first);
        room.copies().keep(id, copy("<p>A day of rest.</p>", MONDAY.plusSeconds(60)));

        assertThat(room.copies().of(id))
                .containsExactly(new KeptCopy(PAGE, MONDAY, "text/html", first.sha256(), first.bytes().length));
        assertThat(room.copies().find(id, first.sha256()).orElseThrow().bytes()).isEqualTo(first.bytes());
        assertThat(room.copies().find(id, "0")).isEmpty();
    }

    @Test
    default void newestOfSeveralIsTold() {
        Room room = room();
        ClippingId id = room.clippings().add(offer(ferryWorkers(), HARBOUR));
        ClippingId bare = room.clippings().add(offer(statement(), HARBOUR));
        SavedCopy newer = copy("<p>Two days of rest.</p>", MONDAY.plusSeconds(60));
        room.copies().keep(id, newer);
        room.copies().keep(id, copy("<p>A day of rest.</p>", MONDAY));

        assertThat(room.copies().of(id)).extracting(KeptCopy::fetchedAt).containsExactly(newer.fetchedAt(), MONDAY);
        Map<ClippingId, KeptCopy> newest = room.copies().newest(List.of(id, bare));
        assertThat(newest).containsOnlyKeys(id);
        assertThat(newest.get(id)).extracting(KeptCopy::sha256).isEqualTo(newer.sha256());
    }
}
