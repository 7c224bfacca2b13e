package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.Stories;

class TermsTest {
    private static Origin met(Optional<Integer> excerpt, String... rights) {
        return new Origin(
                Stories.HARBOUR,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                Optional.empty(),
                new Terms(excerpt, List.of(rights)));
    }

    private static Clipping clipping(Story story, Origin... origins) {
        return new Clipping(new ClippingId(1), story, List.of(origins), Instant.EPOCH, ClippingState.NEW);
    }

    @Test
    void theStrictestOfAllSourcesCountsAndEachHasItsLine() {
        Clipping ferry = clipping(
                Stories.ferryWorkers(),
                met(Optional.of(300), "© A"),
                met(Optional.empty()),
                met(Optional.of(40), "© B"),
                met(Optional.of(60), "© A"));

        assertThat(ferry.terms()).isEqualTo(new Terms(Optional.of(40), List.of("© A", "© B")));
        assertThat(ferry.printed().summary().length()).isBetween(20, 41);
        assertThat(ferry.printed().html()).isEmpty();
        assertThat(ferry.printed().title()).isEqualTo(ferry.story().title());
    }

    @Test
    void textThatFitsIsShownWhole() {
        assertThat(clipping(Stories.ferryWorkers(), met(Optional.of(300))).printed())
                .isEqualTo(Stories.ferryWorkers());
        assertThat(clipping(Stories.ferryWorkers(), met(Optional.empty())).printed())
                .isEqualTo(Stories.ferryWorkers());
    }

    @Test
    void scriptsWithoutSpacesAreCutBetweenLetters() {
        String cut = clipping(Stories.burmeseActivity(), met(Optional.of(40)))
                .printed()
                .summary();

        assertThat(Stories.burmeseActivity().summary()).startsWith(cut.replace("…", ""));
        assertThat(cut.codePoints().filter(point -> point == 0xfffd)).isEmpty();
    }
}
