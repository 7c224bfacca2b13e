package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.RIVERSIDE;
import static org.sampan.digest.fixture.Stories.ferryWorkers;
import static org.sampan.digest.fixture.Stories.offer;
import static org.sampan.digest.fixture.Stories.statement;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

interface SnapshotsContract {
    /** Beside {@link #clippings} and {@link #files}, in one database. */
    Snapshots snapshots();

    /** Empty at first. */
    Clippings clippings();

    ClippingFiles files();

    private ClippingId keep(Story story, java.net.URI source) {
        clippings().take(offer(story, source));
        return clippings().page(Optional.empty(), 10).stream()
                .filter(it -> it.story().title().equals(story.title()))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Snapshot snapshot(ClippingId id) {
        return snapshots().take(id).orElseThrow();
    }

    @Test
    default void snapshotSurvivesAsJson() {
        Snapshot taken = snapshot(keep(ferryWorkers(), HARBOUR));
        JsonMapper json = JsonMapper.shared();

        assertThat(json.readValue(json.writeValueAsString(taken), Snapshot.class))
                .isEqualTo(taken);
        assertThat(taken.items())
                .singleElement()
                .extracting(Snapshot.Item::source)
                .isEqualTo(HARBOUR.toString());
        assertThat(snapshots().take(new ClippingId(99_999))).isEmpty();
    }

    @Test
    default void mergedClippingComesBackUnderItsNumberWithAllThatHungOnIt() {
        ClippingId kept = keep(ferryWorkers(), HARBOUR);
        ClippingId other = keep(statement(), RIVERSIDE);
        files().keep(other, List.of(new ClippingFile("kilns.pdf", "application/pdf", new byte[] {1})));
        Snapshot one = snapshot(kept);
        Snapshot two = snapshot(other);
        assertThat(clippings().merge(kept, other)).isEqualTo(Merging.MERGED);

        assertThat(snapshots().bringBack(two, one)).isTrue();

        assertThat(snapshot(other)).isEqualTo(two);
        assertThat(snapshot(kept)).isEqualTo(one);
        assertThat(clippings().find(other).orElseThrow().origins()).hasSize(1);
        assertThat(clippings().take(offer(statement(), RIVERSIDE))).isEqualTo(Reception.UNCHANGED);
    }

    @Test
    default void whatHasMovedOnDoesNotComeBack() {
        ClippingId kept = keep(ferryWorkers(), HARBOUR);
        Snapshot one = snapshot(kept);
        Snapshot two = snapshot(keep(statement(), RIVERSIDE));
        clippings().merge(kept, two.id());
        clippings().split(kept, RIVERSIDE, two.items().get(0).item());

        assertThat(snapshots().bringBack(two, one)).isFalse();
        assertThat(clippings().find(two.id())).isEmpty();
    }

    @Test
    default void splitOffClippingDissolvesIntoWhereItCameFrom() {
        ClippingId kept = keep(ferryWorkers(), HARBOUR);
        clippings().merge(kept, keep(statement(), RIVERSIDE));
        Snapshot before = snapshot(kept);
        String item = statement().link().orElseThrow().toString();
        ClippingId made = clippings().split(kept, RIVERSIDE, item).orElseThrow();

        assertThat(snapshots().dissolve(snapshot(made), kept)).isTrue();

        assertThat(snapshot(kept)).isEqualTo(before);
        assertThat(clippings().find(made)).isEmpty();
    }

    @Test
    default void storyIsRestoredAndFollowsItsSourceAgain() {
        ClippingId id = keep(statement(), HARBOUR);
        Snapshot before = snapshot(id);
        clippings().change(id, ferryWorkers(), true);
        assertThat(snapshot(id).edited()).isTrue();

        snapshots().restoreStory(before);

        assertThat(snapshot(id)).isEqualTo(before);
        assertThat(before.edited()).isFalse();
    }

    @Test
    default void leavingOutAloneLetsItFollowItsSource() {
        ClippingId id = keep(statement(), HARBOUR);
        clippings().change(id, statement(), true);

        assertThat(snapshot(id).omitted()).isTrue();
        assertThat(snapshot(id).edited()).isFalse();
    }

    @Test
    default void removedClippingIsGoneAndCanBeMetAnew() {
        ClippingId id = keep(statement(), HARBOUR);

        assertThat(snapshots().remove(id)).isTrue();
        assertThat(snapshots().remove(id)).isFalse();
        assertThat(clippings().take(offer(statement(), HARBOUR))).isEqualTo(Reception.NEW);
    }
}
