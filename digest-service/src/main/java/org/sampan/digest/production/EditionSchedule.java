package org.sampan.digest.production;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;

/** What happens when an edition is due: collect once more, then make it, sent only where the series is unattended. */
@DisallowConcurrentExecution
public class EditionSchedule implements Job {
    static final String SERIES = "series";
    private static final Duration DEFAULT_REACH = Duration.ofDays(7);

    private final Conductor conductor;
    private final SeriesCatalogue catalogue;

    EditionSchedule(Conductor conductor, SeriesCatalogue catalogue) {
        this.conductor = conductor;
        this.catalogue = catalogue;
    }

    @Override
    public void execute(JobExecutionContext due) {
        catalogue.find(due.getMergedJobDataMap().getString(SERIES)).ifPresent(series -> produce(series, due));
    }

    private void produce(Series series, JobExecutionContext due) {
        conductor.startAndWait(new RunRequest.Collecting(false));
        Instant until = due.getScheduledFireTime().toInstant();
        conductor.startAndWait(new RunRequest.Producing(
                series.slug(),
                Optional.empty(),
                Optional.of(until),
                Optional.empty(),
                false,
                !series.unattended(),
                reach(until, due).toSeconds()));
    }

    /** The first edition of a weekly series covers a week, of a monthly one a month. */
    private static Duration reach(Instant until, JobExecutionContext due) {
        return Optional.ofNullable(due.getNextFireTime())
                .map(next -> Duration.between(until, next.toInstant()))
                .orElse(DEFAULT_REACH);
    }
}
