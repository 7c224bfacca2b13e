package org.sampan.digest.production;

import org.sampan.digest.journal.Actor;
import org.springframework.stereotype.Component;

/**
 * Stops a run: before anything is sent, nothing goes; afterwards the mail server calls back the copies that have not left, as
 * soon as it knows of them.
 */
@Component
public class StopRun {
    private final Conductor conductor;
    private final DeliveryWatch watch;
    private final Runs runs;

    StopRun(Conductor conductor, DeliveryWatch watch, Runs runs) {
        this.conductor = conductor;
        this.watch = watch;
        this.runs = runs;
    }

    /** What came of it. */
    public enum Answer {
        STOPPED,
        /** It is kept, and done when the mail server answers, or has learnt of it. */
        KEPT,
        /** There is nothing to stop any more. */
        TOO_LATE
    }

    public Answer stop(Run run, Actor actor) {
        if (run.state() != RunState.DONE) {
            return conductor.stop(run.id(), actor) ? Answer.STOPPED : Answer.TOO_LATE;
        }
        Answer answer =
                run.edition().map(edition -> watch.cancel(edition, actor)).orElse(Answer.TOO_LATE);
        if (answer == Answer.KEPT) {
            runs.wantBack(run.id(), actor.name());
        }
        return answer;
    }
}
