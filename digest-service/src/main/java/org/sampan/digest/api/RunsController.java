package org.sampan.digest.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import org.sampan.digest.production.Run;
import org.sampan.digest.production.RunId;
import org.sampan.digest.production.Runs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code /api/runs}: how far something asked for has come. */
@RestController
class RunsController {
    private final Runs runs;

    RunsController(Runs runs) {
        this.runs = runs;
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
            @JsonRawValue @Nullable String result) {}

    @GetMapping("/api/runs/{id}")
    RunJson run(@PathVariable long id) {
        return runs.find(new RunId(id))
                .map(RunsController::json)
                .orElseThrow(() -> Refused.notFound("there is no run " + id));
    }

    private static RunJson json(Run run) {
        return new RunJson(
                run.id().value(),
                run.request().job(),
                run.state().slug(),
                run.step(),
                run.done(),
                run.total(),
                run.message(),
                run.result().orElse(null));
    }
}
