package org.sampan.digest.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.production.Conductor;
import org.sampan.digest.production.Run;
import org.sampan.digest.production.RunId;
import org.sampan.digest.production.RunLine;
import org.sampan.digest.production.Runs;
import org.sampan.digest.production.StopRun;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/runs}: how far something asked for has come; and stopping it, or letting it go on. */
@RestController
@RequestMapping("/api/runs")
class RunsController {
    private static final int MOST = 200;

    private final Runs runs;
    private final Conductor conductor;
    private final StopRun stopRun;

    RunsController(Runs runs, Conductor conductor, StopRun stopRun) {
        this.runs = runs;
        this.conductor = conductor;
        this.stopRun = stopRun;
    }

    /** The answer to whatever starts a run. */
    record Started(long run) {
        static Started of(RunId id) {
            return new Started(id.value());
        }
    }

    record RunJson(
            long run,
            String job,
            String state,
            String step,
            int done,
            int total,
            String message,
            Instant startedAt,
            @Nullable Instant againAt,
            @Nullable Instant endedAt,
            @Nullable String edition,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<RunLine> lines,

            @JsonRawValue @Nullable String result) {

        static RunJson of(Run run, @Nullable List<RunLine> lines) {
            return new RunJson(
                    run.id().value(),
                    run.request().job(),
                    run.state().slug(),
                    run.step(),
                    run.done(),
                    run.total(),
                    run.message(),
                    run.startedAt(),
                    run.againAt().orElse(null),
                    run.endedAt().orElse(null),
                    run.edition().map(EditionId::toString).orElse(null),
                    lines,
                    run.result().orElse(null));
        }
    }

    record Page(List<RunJson> runs, @Nullable String next) {}

    @GetMapping
    Page page(@RequestParam Optional<Long> after, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST) {
            throw Refused.field("limit", "limit must be from 1 to " + MOST);
        }
        List<Run> page = runs.page(after.map(RunId::new), limit);
        String next = page.size() < limit
                ? null
                : Long.toString(page.get(page.size() - 1).id().value());
        return new Page(page.stream().map(run -> RunJson.of(run, null)).toList(), next);
    }

    @GetMapping("/{id}")
    RunJson run(@PathVariable long id) {
        return runs.find(new RunId(id))
                .map(run -> RunJson.of(run, runs.lines(run.id())))
                .orElseThrow(() -> missing(id));
    }

    @PostMapping("/{id}/retry")
    RunJson retry(@PathVariable long id) {
        RunJson before = run(id);
        if (!conductor.goOn(new RunId(id), Actor.OPERATOR)) {
            throw Refused.conflict("run " + id + " is " + before.state() + ": it cannot go on");
        }
        return run(id);
    }

    @PostMapping("/{id}/stop")
    RunJson stop(@PathVariable long id) {
        Run before = runs.find(new RunId(id)).orElseThrow(() -> missing(id));
        if (stopRun.stop(before, Actor.OPERATOR) == StopRun.Answer.TOO_LATE) {
            throw Refused.conflict("run " + id + " is " + before.state().slug() + ": there is nothing to stop");
        }
        return run(id);
    }

    private static Refused missing(long id) {
        return Refused.notFound("there is no run " + id);
    }
}
