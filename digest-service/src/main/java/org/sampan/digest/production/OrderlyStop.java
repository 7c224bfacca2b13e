package org.sampan.digest.production;

import java.time.Duration;
import java.util.List;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Ends the schedule before anything that its jobs use is closed: no job begins any more, and what is under way has a moment to
 * end. What takes longer is cut off, and taken up by the next start like after a crash.
 */
@Component
final class OrderlyStop implements SmartLifecycle {
    private static final Logger LOGGER = LoggerFactory.getLogger(OrderlyStop.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Scheduler scheduler;
    private final Duration patience;
    private volatile boolean running;

    @Autowired
    OrderlyStop(Scheduler scheduler) {
        this(scheduler, PATIENCE);
    }

    OrderlyStop(Scheduler scheduler, Duration patience) {
        this.scheduler = scheduler;
        this.patience = patience;
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        running = false;
        LOGGER.info("event=stopping");
        Thread ending = new Thread(this::endSchedule, "schedule-end");
        ending.setDaemon(true);
        ending.start();
        try {
            ending.join(patience.toMillis());
            if (ending.isAlive()) {
                LOGGER.warn("event=jobs-cut-off jobs=\"{}\"", String.join(", ", underWay()));
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when the last job has ended. */
    private void endSchedule() {
        try {
            scheduler.shutdown(true);
        } catch (SchedulerException failure) {
            LOGGER.warn("event=schedule-not-ended reason=\"{}\"", failure.getMessage());
        }
    }

    private List<String> underWay() {
        try {
            return scheduler.getCurrentlyExecutingJobs().stream()
                    .map(JobExecutionContext::getJobDetail)
                    .map(job -> job.getKey().getName())
                    .toList();
        } catch (SchedulerException ended) {
            return List.of();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
