package org.sampan.digest.production;

import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import java.util.TimeZone;
import org.quartz.CronScheduleBuilder;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.TriggerBuilder;
import org.quartz.impl.matchers.GroupMatcher;
import org.sampan.digest.edition.Series;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.source.DeclaredSources;
import org.sampan.digest.source.Sources;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Brings the scheduler in line with what the files declare, at each start. A schedule that has not changed keeps its
 * next time, and what fell due while no program ran is made up for once.
 */
@Component
class Timetable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Timetable.class);
    private static final String GROUP = "sampan";

    private final Scheduler scheduler;
    private final SeriesCatalogue catalogue;
    private final DeclaredSources declared;
    private final Sources sources;

    Timetable(Scheduler scheduler, SeriesCatalogue catalogue, DeclaredSources declared, Sources sources) {
        this.scheduler = scheduler;
        this.catalogue = catalogue;
        this.declared = declared;
        this.sources = sources;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() throws SchedulerException {
        sources.addDeclared(declared.sources());
        Set<JobKey> wanted = new HashSet<>();
        for (Series series : catalogue.all()) {
            if (series.schedule().isPresent()) {
                wanted.add(keep(edition(series), series.schedule().get(), series.timezone()));
            }
        }
        if (declared.schedule().isPresent()) {
            wanted.add(keep(collect(), declared.schedule().get(), ZoneId.of("UTC")));
        }
        wanted.add(keep(
                job(MailSchedule.class, "clippings by mail").build(), MailSchedule.EVERY_MINUTE, ZoneId.of("UTC")));
        wanted.add(keep(job(DropSchedule.class, "drop folder").build(), DropSchedule.EVERY_MINUTE, ZoneId.of("UTC")));
        wanted.add(keep(
                job(RetentionSchedule.class, "retention").build(), RetentionSchedule.EVERY_NIGHT, ZoneId.of("UTC")));
        wanted.add(keep(job(LinkSchedule.class, "links").build(), LinkSchedule.EVERY_HOUR, ZoneId.of("UTC")));
        for (JobKey key : scheduler.getJobKeys(GroupMatcher.jobGroupEquals(GROUP))) {
            if (!wanted.contains(key)) {
                scheduler.deleteJob(key);
            }
        }
        scheduler.start();
    }

    private static JobDetail edition(Series series) {
        return job(EditionSchedule.class, "edition " + series.slug())
                .usingJobData(EditionSchedule.SERIES, series.slug())
                .build();
    }

    private static JobDetail collect() {
        return job(CollectSchedule.class, "collect").build();
    }

    private static JobBuilder job(Class<? extends Job> type, String name) {
        return JobBuilder.newJob(type).withIdentity(name, GROUP).storeDurably().requestRecovery();
    }

    /** The trigger is named after its expression, so that only a changed one is replaced. */
    private JobKey keep(JobDetail job, String cron, ZoneId zone) throws SchedulerException {
        scheduler.addJob(job, true);
        var trigger = TriggerBuilder.newTrigger()
                .withIdentity(cron + " " + zone, job.getKey().getName())
                .forJob(job)
                .withSchedule(CronScheduleBuilder.cronSchedule(cron)
                        .inTimeZone(TimeZone.getTimeZone(zone))
                        .withMisfireHandlingInstructionFireAndProceed())
                .build();
        for (var other : scheduler.getTriggersOfJob(job.getKey())) {
            boolean moved = other.getKey().getName().startsWith(EditionSchedule.MOVED);
            if (!moved && !other.getKey().equals(trigger.getKey())) {
                scheduler.unscheduleJob(other.getKey());
            }
        }
        if (!scheduler.checkExists(trigger.getKey())) {
            scheduler.scheduleJob(trigger);
        }
        LOGGER.info(
                "event=scheduled job=\"{}\" next={}",
                job.getKey().getName(),
                scheduler.getTrigger(trigger.getKey()).getNextFireTime().toInstant());
        return job.getKey();
    }
}
