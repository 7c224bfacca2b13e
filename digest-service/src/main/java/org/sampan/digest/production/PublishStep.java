package org.sampan.digest.production;

import java.time.Clock;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Series;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.production.EditionSteps.Work;
import org.sampan.digest.publish.PublishEdition;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Gives what was sent its place on the web: to be read by everybody when its list is public, else by the list's readers alone, for whom an
 * edition that is sent is enough.
 */
@Component
final class PublishStep {
    private final PublishEdition stage;
    private final Editions editions;
    private final Runs runs;
    private final RunLog log;
    private final EditionReports reports;
    private final MailServer mailServer;
    private final Settings settings;
    private final Clock clock;

    PublishStep(
            PublishEdition stage,
            Editions editions,
            Runs runs,
            RunLog log,
            EditionReports reports,
            MailServer mailServer,
            Settings settings,
            Clock clock) {
        this.stage = stage;
        this.mailServer = mailServer;
        this.settings = settings;
        this.editions = editions;
        this.runs = runs;
        this.log = log;
        this.reports = reports;
        this.clock = clock;
    }

    void publish(Work work) {
        if (work.edition().state() == EditionState.SENT) {
            publishTo(work, isPublic(work.series()));
        }
        editions.outline(work.edition().id()).ifPresent(now -> runs.keepResult(work.run(), reports.of(now)));
    }

    private void publishTo(Work work, boolean everybody) {
        if (everybody) {
            stage.publish(work.edition().id(), clock.instant());
        }
        log.say(
                work.run(),
                everybody ? "published" : "for-readers",
                work.edition().id().toString());
    }

    /** Of a list that is gone meanwhile nobody knows: its editions stay where they are. */
    private boolean isPublic(Series series) {
        return mailServer
                .list(ListAddress.of(series.list(), settings.domain()))
                .filter(MailingList::isPublic)
                .isPresent();
    }
}
