package org.sampan.digest.production;

import java.time.Clock;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.production.EditionSteps.Work;
import org.sampan.digest.publish.PublishEdition;
import org.springframework.stereotype.Component;

/** Gives what was sent its place on the web. */
@Component
final class PublishStep {
    private final PublishEdition stage;
    private final Editions editions;
    private final Runs runs;
    private final RunLog log;
    private final EditionReports reports;
    private final Clock clock;

    PublishStep(PublishEdition stage, Editions editions, Runs runs, RunLog log, EditionReports reports, Clock clock) {
        this.stage = stage;
        this.editions = editions;
        this.runs = runs;
        this.log = log;
        this.reports = reports;
        this.clock = clock;
    }

    void publish(Work work) {
        if (work.edition().state() == EditionState.SENT) {
            stage.publish(work.edition().id(), clock.instant());
            log.say(work.run(), "published", work.edition().id().toString());
        }
        editions.outline(work.edition().id()).ifPresent(now -> runs.keepResult(work.run(), reports.of(now)));
    }
}
