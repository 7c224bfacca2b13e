package org.sampan.digest.production;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes the lines of runs. */
@Component
final class RunLog {
    private final Runs runs;
    private final Clock clock;

    RunLog(Runs runs, Clock clock) {
        this.runs = runs;
        this.clock = clock;
    }

    void say(RunId run, String what) {
        say(run, what, "");
    }

    /** @param detail in words or figures of no language */
    void say(RunId run, String what, String detail) {
        runs.say(run, new RunLine(clock.instant(), what, detail));
    }
}
