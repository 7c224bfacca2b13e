package org.sampan.digest.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.quartz.Job;
import org.quartz.JobBuilder;
import org.quartz.JobDataMap;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;
import org.quartz.TriggerBuilder;
import org.quartz.impl.StdSchedulerFactory;

class OrderlyStopTest {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private Scheduler scheduler;

    @BeforeEach
    void jobIsUnderWay() throws Exception {
        Properties settings = new Properties();
        settings.setProperty("org.quartz.scheduler.instanceName", "orderly-stop");
        settings.setProperty("org.quartz.threadPool.threadCount", "1");
        settings.setProperty("org.quartz.threadPool.makeThreadsDaemons", "true");
        scheduler = new StdSchedulerFactory(settings).getScheduler();
        scheduler.scheduleJob(
                JobBuilder.newJob(Waiting.class)
                        .withIdentity("clippings by mail")
                        .usingJobData(new JobDataMap(Map.of("begun", begun, "mayEnd", mayEnd, "ended", ended)))
                        .build(),
                TriggerBuilder.newTrigger().startNow().build());
        scheduler.start();
        assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void letItEnd() {
        mayEnd.countDown();
    }

    /** Like a schedule of ours that takes mail. */
    public static final class Waiting implements Job {
        @Override
        public void execute(JobExecutionContext due) {
            JobDataMap data = due.getMergedJobDataMap();
            latch(data, "begun").countDown();
            try {
                latch(data, "mayEnd").await();
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
            latch(data, "ended").countDown();
        }

        private static CountDownLatch latch(JobDataMap data, String name) {
            return (CountDownLatch) Objects.requireNonNull(data.get(name));
        }
    }

    @Test
    @Timeout(20)
    void whatIsUnderWayEndsBeforeAnythingIsClosed() throws Exception {
        Thread stopping = new Thread(() -> new OrderlyStop(scheduler, Duration.ofSeconds(15)).stop());
        stopping.start();
        await().until(() -> scheduler.isInStandbyMode() || scheduler.isShutdown());
        assertThat(stopping.isAlive()).isTrue();

        mayEnd.countDown();
        stopping.join();

        assertThat(ended.getCount()).isZero();
        assertThat(scheduler.isShutdown()).isTrue();
    }

    @Test
    @Timeout(20)
    void whatTakesTooLongIsCutOff() {
        new OrderlyStop(scheduler, Duration.ofMillis(100)).stop();

        assertThat(ended.getCount()).isOne();
    }
}
