package org.sampan.digest.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.edition.EditionId;

interface RunsContract {
    RunRequest.Producing WEEKLY = new RunRequest.Producing(
            "river-weekly",
            Optional.of(Instant.parse("2026-11-16T00:00:00Z")),
            Optional.empty(),
            Optional.of(12),
            false,
            true,
            604_800);

    /** Empty. */
    Runs runs();

    @Test
    default void runIsKeptWithWhatWasAsked() {
        Runs runs = runs();

        Run run = runs.find(runs.add(WEEKLY)).orElseThrow();

        assertThat(run.request()).isEqualTo(WEEKLY);
        assertThat(run.state()).isEqualTo(RunState.RUNNING);
        assertThat(run.step()).isEqualTo("waiting");
        assertThat(runs.find(runs.add(new RunRequest.Collecting(false)))
                        .orElseThrow()
                        .request())
                .isEqualTo(new RunRequest.Collecting(false));
    }

    @Test
    default void progressIsToldUntilTheEnd() {
        Runs runs = runs();
        RunId id = runs.add(WEEKLY);
        EditionId edition = new EditionId("river-weekly", 12);

        runs.progress(id, "render", 1, 4);
        runs.concerns(id, edition);
        runs.keepResult(id, "{\"items\": 3}");
        assertThat(runs.unfinished()).containsExactly(id);
        runs.end(id, RunState.DONE, "");
        runs.end(id, RunState.FAILED, "too late");
        runs.progress(id, "send", 2, 4);

        Run run = runs.find(id).orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.step()).isEqualTo("render");
        assertThat(run.done()).isEqualTo(1);
        assertThat(run.edition()).contains(edition);
        assertThat(run.result()).contains("{\"items\": 3}");
        assertThat(runs.unfinished()).isEmpty();
    }
}
