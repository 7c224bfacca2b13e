package org.sampan.digest.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.EditionId;

interface RunsContract {
    RunRequest.Producing WEEKLY = RunRequest.Producing.next("river-weekly")
            .of(Optional.of(Instant.parse("2026-11-16T00:00:00Z")), Optional.empty())
            .numbered(12)
            .asDraft(true)
            .by("sokha@village.example");
    Instant NOW = Instant.parse("2026-11-22T01:00:00Z");

    /** Empty. */
    Runs runs();

    @Test
    default void whatIsDoneCanBeWantedBack() {
        Runs runs = runs();
        RunId id = runs.add(WEEKLY);
        runs.wantBack(id, "mali@riverside.example");
        assertThat(runs.stopWanted(id)).isEmpty();

        runs.end(id, RunState.DONE, "");
        runs.wantBack(id, "mali@riverside.example");

        assertThat(runs.stopWanted(id)).contains("mali@riverside.example");
        assertThat(runs.find(id).orElseThrow().state()).isEqualTo(RunState.DONE);
    }

    @Test
    default void archiveToGoThroughIsKept() {
        Runs runs = runs();
        RunRequest back = RunRequest.Collecting.archiveOf(3, 20);

        assertThat(runs.find(runs.add(back)).orElseThrow().request()).isEqualTo(back);
        assertThat(back.lock()).isEqualTo("backfill 3");
    }

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
        assertThat(runs.unfinished(NOW)).containsExactly(id);
        runs.end(id, RunState.DONE, "");
        runs.end(id, RunState.FAILED, "too late");
        runs.progress(id, "send", 2, 4);

        Run run = runs.find(id).orElseThrow();
        assertThat(run.state()).isEqualTo(RunState.DONE);
        assertThat(run.step()).isEqualTo("render");
        assertThat(run.done()).isEqualTo(1);
        assertThat(run.edition()).contains(edition);
        assertThat(run.result()).contains("{\"items\": 3}");
        assertThat(runs.unfinished(NOW)).isEmpty();
    }

    @Test
    default void wordsOfWhatIsTakenDownLeaveTheResults() {
        Runs runs = runs();
        RunId made = runs.add(WEEKLY);
        runs.keepResult(
                made,
                "{\"items\":1,\"introduction\":\"Her name\",\"sections\":[{\"kind\":\"activity\",\"clippings\":[17]}],"
                        + "\"words\":{\"17\":{\"title\":\"Her name\"}}}");
        RunId dry = runs.add(WEEKLY.dry(true));
        runs.keepResult(dry, "{\"items\":2,\"sections\":[],\"text\":\"Her name\",\"html\":\"<p>Her name\"}");
        RunId other = runs.add(WEEKLY);
        runs.keepResult(other, "{\"introduction\":\"His name\",\"sections\":[{\"clippings\":[18]}]}");

        runs.forget(new ClippingId(17));

        assertThat(runs.find(made).flatMap(Run::result).orElseThrow())
                .contains("\"items\"")
                .doesNotContain("Her name");
        assertThat(runs.find(dry).flatMap(Run::result).orElseThrow())
                .contains("\"items\"")
                .doesNotContain("Her name");
        assertThat(runs.find(other).flatMap(Run::result).orElseThrow()).contains("His name");
    }

    @Test
    default void logOfARunIsKeptInOrder() {
        Runs runs = runs();
        RunId id = runs.add(WEEKLY);

        runs.say(id, new RunLine(NOW, "compiled", "river-weekly/12: 4"));
        runs.say(id, new RunLine(NOW, "rendered", "my: 23000"));

        assertThat(runs.lines(id)).extracting(RunLine::what).containsExactly("compiled", "rendered");
        assertThat(runs.lines(id).get(0)).isEqualTo(new RunLine(NOW, "compiled", "river-weekly/12: 4"));
    }

    @Test
    default void newestRunsComeFirstPageByPage() {
        Runs runs = runs();
        RunId first = runs.add(WEEKLY);
        RunId second = runs.add(WEEKLY);
        RunId third = runs.add(new RunRequest.Collecting(true));
        runs.concerns(second, new EditionId("river-weekly", 12));

        assertThat(runs.page(Optional.empty(), 2)).extracting(Run::id).containsExactly(third, second);
        assertThat(runs.page(Optional.of(second), 2)).extracting(Run::id).containsExactly(first);
        assertThat(runs.of(new EditionId("river-weekly", 12)))
                .extracting(Run::id)
                .containsExactly(second);
    }

    @Test
    default void whatFailedWaitsOrWasStoppedCanGoOnAndWhatIsDoneCannot() {
        Runs runs = runs();
        for (RunState state : RunState.values()) {
            RunId id = runs.add(WEEKLY);
            runs.end(id, state, "why");

            assertThat(runs.reopen(id)).as(state.slug()).isEqualTo(state.canGoOn());
        }
    }

    @Test
    default void whatIsPutOffIsNotDueBefore() {
        Runs runs = runs();
        RunId id = runs.add(WEEKLY);

        runs.postpone(id, NOW.plusSeconds(60), "the mail server is away");

        assertThat(runs.unfinished(NOW)).isEmpty();
        assertThat(runs.unfinished(NOW.plusSeconds(60))).containsExactly(id);
        assertThat(runs.find(id).orElseThrow().againAt()).contains(NOW.plusSeconds(60));
    }

    @Test
    default void stopIsAskedForWhileRunningAndIsDoneAtOnceWhileWaiting() {
        Runs runs = runs();
        RunId running = runs.add(WEEKLY);
        RunId waiting = runs.add(WEEKLY);
        RunId done = runs.add(WEEKLY);
        runs.end(waiting, RunState.WAITING, "");
        runs.end(done, RunState.DONE, "");

        assertThat(runs.wantStop(running, "sokha@village.example")).isTrue();
        assertThat(runs.wantStop(waiting, "sokha@village.example")).isTrue();
        assertThat(runs.wantStop(done, "sokha@village.example")).isFalse();

        assertThat(runs.stopWanted(running)).contains("sokha@village.example");
        assertThat(runs.find(running).orElseThrow().state()).isEqualTo(RunState.RUNNING);
        assertThat(runs.find(waiting).orElseThrow().state()).isEqualTo(RunState.STOPPED);
        runs.reopen(waiting);
        assertThat(runs.stopWanted(waiting)).isEmpty();
    }
}
