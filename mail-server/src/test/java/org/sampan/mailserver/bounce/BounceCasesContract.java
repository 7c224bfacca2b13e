package org.sampan.mailserver.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.bounce.BounceCase.Stage;
import org.sampan.mailserver.bounce.BounceCases.Event;
import org.sampan.mailserver.post.TestPosts;

/** What every {@link BounceCases} promises. */
interface BounceCasesContract {
    Duration HOUR = Duration.ofHours(1);

    BounceCases cases();

    /** With Alice on two lists, and no case. */
    BouncesUnderTest under();

    @Test
    default void caseIsKeptInThePlaceOfAnOlderOne() {
        cases().put(trouble(Stage.WARNED, 0));
        cases().put(trouble(Stage.PROBED, 7));
        assertThat(cases().ofPerson(under().alice)).containsExactly(trouble(Stage.PROBED, 7));
        assertThat(cases().find(under().first.id(), under().alice)).contains(trouble(Stage.PROBED, 7));
        assertThat(cases().probedBy(7)).hasSize(1);
        assertThat(cases().probedBy(8)).isEmpty();
    }

    @Test
    default void whoLeavesTheListHasNoCaseAnyMore() {
        cases().put(trouble(Stage.WARNED, 0));
        under().members.remove(under().first, TestPosts.ALICE);
        assertThat(cases().ofPerson(under().alice)).isEmpty();
        cases().put(trouble(Stage.WARNED, 0));
        assertThat(cases().ofPerson(under().alice)).isEmpty();
    }

    @Test
    default void whatIsDueIsClaimedByOneAndComesAgainWhenItIsForgotten() {
        cases().put(trouble(Stage.WARNED, 0));
        assertThat(cases().claimDue(now().minusSeconds(1), HOUR)).isEmpty();
        assertThat(cases().claimDue(now(), HOUR)).hasSize(1);
        assertThat(cases().claimDue(now(), HOUR)).isEmpty();
        assertThat(cases().claimDue(now().plus(HOUR), HOUR)).hasSize(1);
    }

    @Test
    default void whatWasDoneIsTold() {
        cases().note(under().first.id(), under().alice, Event.REMOVED, "550 gone", now());
        assertThat(cases().notedSince(under().first, now().minusSeconds(1)))
                .containsExactly(new BounceCases.Noted("alice@harbour.example", Event.REMOVED, "550 gone", now()));
        assertThat(cases().notedSince(under().first, now())).isEmpty();
        assertThat(cases().notedSince(under().second, now().minusSeconds(1))).isEmpty();
    }

    @Test
    default void summaryIsClaimedOnceInAWhile() {
        assertThat(cases().claimSummaries(now(), HOUR)).isEmpty();
        assertThat(cases().claimSummaries(now().plus(HOUR), HOUR))
                .containsEntry(under().first.id(), now())
                .containsEntry(under().second.id(), now());
        assertThat(cases().claimSummaries(now().plus(HOUR), HOUR)).isEmpty();
    }

    private BounceCase trouble(Stage stage, long probe) {
        return new BounceCase(under().first.id(), under().alice, stage, now(), probe, "550 gone", now());
    }

    private Instant now() {
        return under().clock.instant();
    }
}
