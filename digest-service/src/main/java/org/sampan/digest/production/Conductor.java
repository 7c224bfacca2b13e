package org.sampan.digest.production;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Starts runs and takes up again what a crash has left. A run is kept before it starts, so what was once promised with a
 * number is done, if need be by the next start of the program or by another node.
 */
@Component
public class Conductor implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Conductor.class);

    private static final int PATIENCE_SECONDS = 4;

    private final Runs runs;
    private final RunLock locks;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Map<String, Job> jobs;
    /** One thread for each job: collecting never waits for an edition, nor the other way round. */
    private final Map<String, ExecutorService> threads =
            Map.of("collect", Executors.newSingleThreadExecutor(), "edition", Executors.newSingleThreadExecutor());

    private volatile boolean closing;

    Conductor(Runs runs, RunLock locks, JobOperator operator, JobRepository repository, Map<String, Job> beans) {
        this.runs = runs;
        this.locks = locks;
        this.operator = operator;
        this.repository = repository;
        this.jobs =
                Map.of("collect", named(beans, "collectClippingsJob"), "edition", named(beans, "publishEditionJob"));
    }

    private static Job named(Map<String, Job> beans, String name) {
        return Optional.ofNullable(beans.get(name)).orElseThrow();
    }

    /** Returns at once; the run goes on by itself. */
    public RunId start(RunRequest request) {
        RunId id = runs.add(request);
        thread(request).execute(() -> perform(id));
        return id;
    }

    /** Returns when the run has ended. */
    Run startAndWait(RunRequest request) {
        RunId id = runs.add(request);
        perform(id);
        return runs.find(id).orElseThrow();
    }

    @EventListener(ApplicationReadyEvent.class)
    void takeUpWhatWasLeft() {
        for (RunId id : runs.unfinished()) {
            runs.find(id).ifPresent(run -> thread(run.request()).execute(() -> perform(id)));
        }
    }

    private ExecutorService thread(RunRequest request) {
        return Optional.ofNullable(threads.get(request.job())).orElseThrow();
    }

    private void perform(RunId id) {
        if (closing) {
            return;
        }
        RunRequest request = runs.find(id).orElseThrow().request();
        try (RunLock.Held held = locks.acquire(request.lock())) {
            // Another node may have done it while this one waited.
            if (runs.find(id).orElseThrow().state() == RunState.RUNNING) {
                conclude(
                        id,
                        execute(id, Optional.ofNullable(jobs.get(request.job())).orElseThrow()));
            }
        } catch (JobExecutionException | RuntimeException failure) {
            if (closing) {
                return;
            }
            LOGGER.error("event=run-failed run={}", id.value(), failure);
            runs.end(id, RunState.FAILED, String.valueOf(failure.getMessage()));
        }
    }

    /** Steps that were completed before a crash are not executed again. */
    private JobExecution execute(RunId id, Job job) throws JobExecutionException {
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", id.value()).toJobParameters();
        JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
        if (last == null) {
            return operator.start(job, parameters);
        }
        LOGGER.info("event=run-resumed run={}", id.value());
        return operator.restart(last.isRunning() ? operator.recover(last) : last);
    }

    private void conclude(RunId id, JobExecution execution) {
        if (execution.getExitStatus().getExitCode().equals(ExitStatus.COMPLETED.getExitCode())) {
            runs.end(id, RunState.DONE, "");
        } else if (!closing) {
            String why = execution.getAllFailureExceptions().stream()
                    .map(Conductor::reason)
                    .findFirst()
                    .orElse(execution.getExitStatus().getExitCode());
            runs.end(id, RunState.FAILED, why);
        }
        Run run = runs.find(id).orElseThrow();
        LOGGER.info(
                "event=run-ended run={} job={} state={} step={}",
                id.value(),
                run.request().job(),
                run.state().slug(),
                run.step());
    }

    /** What Spring Batch wraps around a failure says nothing to people. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getClass().getPackageName().startsWith("org.springframework.batch")) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** Gives what is running a moment to end; what does not is taken up at the next start, as after a crash. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        threads.values().forEach(ExecutorService::shutdown);
        for (ExecutorService thread : threads.values()) {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        }
    }
}
