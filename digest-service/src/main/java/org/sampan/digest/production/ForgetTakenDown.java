package org.sampan.digest.production;

import org.sampan.digest.clipping.Takedown;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Results of runs, dry ones too, do not go on saying what was taken down. */
@Component
final class ForgetTakenDown {
    private final Runs runs;

    ForgetTakenDown(Runs runs) {
        this.runs = runs;
    }

    @EventListener
    void forget(Takedown takedown) {
        runs.forget(takedown.id());
    }
}
