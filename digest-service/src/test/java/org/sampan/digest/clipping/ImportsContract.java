package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.fixture.Stories.COLLECTED;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.ferryWorkers;
import static org.sampan.digest.fixture.Stories.offer;
import static org.sampan.digest.fixture.Stories.statement;
import static org.sampan.digest.fixture.Stories.thaiTraining;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

interface ImportsContract {
    URI FILE = URI.create("file:///clippings-2015.csv");
    /** Stories are all collected at one moment. */
    Instant SINCE = COLLECTED.minusSeconds(1);

    Instant UNTIL = COLLECTED.plusSeconds(1);

    /** Beside {@link #clippings}, in one database. */
    Imports imports();

    /** Empty at first. */
    Clippings clippings();

    private List<String> titles() {
        return clippings().page(Optional.empty(), 10).stream()
                .map(clipping -> clipping.story().title())
                .toList();
    }

    private ClippingId id(Story story) {
        return clippings().findItem(FILE, offer(story, FILE).item()).orElseThrow();
    }

    @Test
    default void whatCameOfAFileAloneIsRemovedAndTheRestStays() {
        clippings().take(offer(statement(), HARBOUR));
        clippings().take(offer(ferryWorkers(), FILE));
        assertThat(imports().count(FILE, SINCE, UNTIL)).isEqualTo(1);
        assertThat(imports().count(FILE, UNTIL, UNTIL.plusSeconds(9))).isZero();

        assertThat(imports().takeBack(FILE, SINCE, UNTIL)).isEqualTo(1);

        assertThat(titles()).containsExactly(statement().title());
        assertThat(imports().takeBack(FILE, SINCE, UNTIL)).isZero();
    }

    @Test
    default void storyThatAnotherSourceTellsOnlyForgetsTheFile() {
        clippings().take(offer(ferryWorkers(), HARBOUR));
        clippings().take(offer(ferryWorkers(), FILE));

        assertThat(imports().takeBack(FILE, SINCE, UNTIL)).isEqualTo(1);

        assertThat(clippings().page(Optional.empty(), 10))
                .singleElement()
                .satisfies(clipping -> assertThat(clipping.origins())
                        .extracting(Origin::source)
                        .containsExactly(HARBOUR));
    }

    @Test
    default void whatTheDeskHasChangedStays() {
        clippings().take(offer(ferryWorkers(), FILE));
        clippings().take(offer(thaiTraining(), FILE));
        clippings().change(id(ferryWorkers()), statement(), false);

        assertThat(imports().takeBack(FILE, SINCE, UNTIL)).isEqualTo(1);

        assertThat(titles()).containsExactly(statement().title());
    }
}
