package org.sampan.digest.production;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Optional;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.JobExecutionException;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.journal.Actor;

/**
 * What happens when an edition is due: collect once more, then make it, sent only where the series is unattended. On a
 * holiday it is moved or left out, and the editors are told.
 */
@DisallowConcurrentExecution
public class EditionSchedule implements Job {
    static final String SERIES = "series";
    /** How the trigger of an edition is called that a holiday has moved. */
    static final String MOVED = "moved ";

    private static final Duration DEFAULT_REACH = Duration.ofDays(7);

    private final Conductor conductor;
    private final SeriesCatalogue catalogue;
    private final Runs runs;
    private final RunLog log;
    private final TellEditors tellEditors;

    EditionSchedule(Conductor conductor, SeriesCatalogue catalogue, Runs runs, RunLog log, TellEditors tellEditors) {
        this.conductor = conductor;
        this.catalogue = catalogue;
        this.runs = runs;
        this.log = log;
        this.tellEditors = tellEditors;
    }

    @Override
    public void execute(JobExecutionContext context) throws JobExecutionException {
        Optional<Series> series = catalogue.find(context.getMergedJobDataMap().getString(SERIES));
        if (series.isPresent()) {
            execute(series.get(), context);
        }
    }

    private void execute(Series series, JobExecutionContext context) throws JobExecutionException {
        Instant at = context.getScheduledFireTime().toInstant();
        boolean moved = context.getTrigger().getKey().getName().startsWith(MOVED);
        EditionDates.Due due = moved
                ? new EditionDates.Due.OnTime()
                : EditionDates.due(series, at, EditionDates.following(series, at));
        if (due instanceof EditionDates.Due.OnTime) {
            produce(series, at);
        } else if (due instanceof EditionDates.Due.Moved later) {
            move(series, at, later.to(), context);
        } else {
            leaveOut(series, at);
        }
    }

    /** When this program dies in the middle of it, another node is asked for the same moment again: it is the same edition. */
    private void produce(Series series, Instant until) {
        conductor.startAndWait(new RunRequest.Collecting(false));
        conductor.startAndWait(
                request(series, until).reaching(reach(series, until)).asDraft(!series.unattended()));
    }

    private static RunRequest.Producing request(Series series, Instant until) {
        return RunRequest.Producing.next(series.slug())
                .of(Optional.empty(), Optional.of(until))
                .by(Actor.SCHEDULE.name());
    }

    /** The first edition of a weekly series covers a week, of a monthly one a month. */
    private static Duration reach(Series series, Instant until) {
        return EditionDates.following(series, until)
                .map(next -> Duration.between(until, next))
                .orElse(DEFAULT_REACH);
    }

    private void move(Series series, Instant at, Instant to, JobExecutionContext context) throws JobExecutionException {
        try {
            var trigger = TriggerBuilder.newTrigger()
                    .withIdentity(MOVED + to, context.getJobDetail().getKey().getName())
                    .forJob(context.getJobDetail())
                    .startAt(Date.from(to))
                    .build();
            if (!context.getScheduler().checkExists(trigger.getKey())) {
                context.getScheduler().scheduleJob(trigger);
            }
        } catch (SchedulerException failure) {
            throw new JobExecutionException(failure);
        }
        tell(series, at, "moved", day(series, at) + " → " + day(series, to));
    }

    private void leaveOut(Series series, Instant at) {
        tell(series, at, "holiday", day(series, at).toString());
    }

    private static LocalDate day(Series series, Instant at) {
        return LocalDate.ofInstant(at, series.timezone());
    }

    private void tell(Series series, Instant at, String what, String days) {
        RunId run = runs.add(request(series, at));
        log.say(run, what, days);
        runs.end(run, RunState.SKIPPED, what + ": " + days);
        tellEditors.holiday(run, series, what, days);
    }
}
