package org.sampan.digest.production;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.SubmissionFailed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
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
 * number is done: by the next start of the program, or by another node within seconds.
 */
@Component
public class Conductor implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(Conductor.class);

    private static final int PATIENCE_SECONDS = 4;
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);
    /** A mail server that is away longer than this is somebody's business. */
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    private final Runs runs;
    private final RunLog log;
    private final RunLock locks;
    private final JobOperator operator;
    private final JobRepository repository;
    private final Map<String, Job> jobs;
    private final Clock clock;
    /** One thread for each job: collecting never waits for an edition, nor the other way round. */
    private final Map<String, ExecutorService> threads = Stream.of("collect", "backfill", "edition")
            .collect(Collectors.toMap(Function.identity(), name -> Executors.newSingleThreadExecutor()));

    private final Lookout lookout = new Lookout("runs-not-seen", this::takeUpWhatWasLeft);
    /** What this node has in hand or in a queue. */
    private final Set<RunId> taken = ConcurrentHashMap.newKeySet();

    private volatile boolean closing;

    Conductor(
            Runs runs,
            RunLog log,
            RunLock locks,
            JobOperator operator,
            JobRepository repository,
            Map<String, Job> beans,
            Clock clock) {
        this.runs = runs;
        this.log = log;
        this.locks = locks;
        this.operator = operator;
        this.repository = repository;
        this.clock = clock;
        this.jobs =
                Map.of("collect", named(beans, "collectClippingsJob"), "edition", named(beans, "publishEditionJob"));
    }

    private static Job named(Map<String, Job> beans, String name) {
        return Optional.ofNullable(beans.get(name)).orElseThrow();
    }

    /** Returns at once; the run goes on by itself. */
    public RunId start(RunRequest request) {
        RunId id = runs.add(request);
        take(id, request);
        return id;
    }

    /** Returns when the run has ended, or gone as far as it can for now. */
    Run startAndWait(RunRequest request) {
        RunId id = runs.add(request);
        taken.add(id);
        perform(id, true);
        return runs.find(id).orElseThrow();
    }

    /** Lets a run go on that failed, waits or was stopped; false when it cannot. */
    public boolean goOn(RunId id, Actor actor) {
        Optional<Run> run = runs.find(id);
        boolean goesOn = run.isPresent() && runs.reopen(id);
        if (goesOn) {
            log.say(id, "again", actor.name());
            take(id, run.get().request());
        }
        return goesOn;
    }

    /** Lets the runs go on that wait with an edition. */
    void goOnWith(EditionId edition, Actor actor) {
        runs.of(edition).stream().filter(run -> run.state() == RunState.WAITING).forEach(run -> goOn(run.id(), actor));
    }

    /** Stops a run before anything is sent; false when it has ended. Afterwards it is too late, and it goes on. */
    public boolean stop(RunId id, Actor actor) {
        boolean wanted = runs.wantStop(id, actor.name());
        if (wanted) {
            log.say(id, "stop-wanted", actor.name());
        }
        return wanted;
    }

    /** What a node that died has left is free again as soon as its lock is; what only waits its turn elsewhere is done once. */
    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        lookout.begin(Duration.ZERO, LOOK_EVERY);
    }

    private void takeUpWhatWasLeft() {
        for (RunId id : runs.unfinished(clock.instant())) {
            runs.find(id).ifPresent(run -> take(id, run.request(), false));
        }
    }

    private void take(RunId id, RunRequest request) {
        take(id, request, true);
    }

    /** @param patient waits for its turn; else it is left alone when another node has something of the kind in hand */
    private void take(RunId id, RunRequest request, boolean patient) {
        if (taken.add(id)) {
            Optional.ofNullable(threads.get(request.thread())).orElseThrow().execute(() -> perform(id, patient));
        }
    }

    private void perform(RunId id, boolean patient) {
        boolean goesOn = false;
        try {
            if (!closing) {
                goesOn = performLocked(id, runs.find(id).orElseThrow().request().lock(), patient);
            }
        } catch (JobExecutionException | RuntimeException failure) {
            if (!closing) {
                LOGGER.error("event=run-failed run={}", id.value(), failure);
                fail(id, String.valueOf(failure.getMessage()));
            }
        } finally {
            taken.remove(id);
        }
        if (goesOn) {
            runs.find(id).ifPresent(run -> take(id, run.request()));
        }
    }

    /** Whether somebody has let it go on meanwhile. */
    private boolean performLocked(RunId id, String lock, boolean patient) throws JobExecutionException {
        Optional<RunLock.Held> held = patient ? Optional.of(locks.acquire(lock)) : locks.tryAcquire(lock);
        if (held.isEmpty()) {
            return false;
        }
        try (RunLock.Held mine = held.get()) {
            // Another node may have done it while this one waited.
            Run run = runs.find(id).orElseThrow();
            if (run.state() != RunState.RUNNING) {
                return false;
            }
            Job job = Optional.ofNullable(jobs.get(run.request().job())).orElseThrow();
            return conclude(id, execute(id, job));
        }
    }

    private JobExecution execute(RunId id, Job job) throws JobExecutionException {
        JobParameters parameters =
                new JobParametersBuilder().addLong("run", id.value()).toJobParameters();
        JobExecution last = repository.getLastJobExecution(job.getName(), parameters);
        if (last == null) {
            return operator.start(job, parameters);
        }
        if (last.getStatus() == BatchStatus.COMPLETED) {
            return last;
        }
        LOGGER.info("event=run-resumed run={}", id.value());
        return operator.restart(last.isRunning() ? operator.recover(last) : last);
    }

    /** A step that halts the run has said so itself; in the moment until it has ended somebody may have let the run go on. */
    private boolean conclude(RunId id, JobExecution execution) {
        boolean halted = execution.getStatus() == BatchStatus.STOPPED;
        if (execution.getExitStatus().getExitCode().equals(ExitStatus.COMPLETED.getExitCode())) {
            runs.end(id, RunState.DONE, "");
        } else if (!closing && !halted) {
            explain(id, execution.getAllFailureExceptions(), execution.getExitStatus());
        }
        Run run = runs.find(id).orElseThrow();
        LOGGER.info(
                "event=run-ended run={} job={} state={} step={}",
                id.value(),
                run.request().job(),
                run.state().slug(),
                run.step());
        return halted && !closing && run.state() == RunState.RUNNING;
    }

    private void explain(RunId id, List<Throwable> failures, ExitStatus status) {
        Run run = runs.find(id).orElseThrow();
        if (run.state() != RunState.RUNNING) {
            return;
        }
        Optional<Throwable> cause = failures.stream().findFirst().map(Conductor::cause);
        String why = cause.map(it -> String.valueOf(it.getMessage())).orElse(status.getExitCode());
        Instant now = clock.instant();
        boolean mayPass = cause.filter(Conductor::mayPass).isPresent()
                && now.isBefore(run.startedAt().plus(LONGEST_WAIT));
        if (mayPass) {
            LOGGER.warn("event=run-waits run={} step={} reason=\"{}\"", id.value(), run.step(), why);
            log.say(id, "later", why);
            runs.postpone(id, now.plus(pause(run, now)), why);
        } else {
            LOGGER.error("event=run-failed run={} step={}", id.value(), run.step(), cause.orElse(null));
            fail(id, why);
        }
    }

    private void fail(RunId id, String why) {
        log.say(id, "failed", why);
        runs.end(id, RunState.FAILED, why);
    }

    /** The mail server is away, or busy. */
    private static boolean mayPass(Throwable cause) {
        return cause instanceof MailServerUnavailable
                || cause instanceof SubmissionFailed failed && failed.isTemporary();
    }

    /** A tenth of how long it has been tried, from half a minute to a quarter of an hour. */
    private static Duration pause(Run run, Instant now) {
        Duration tenth = Duration.between(run.startedAt(), now).dividedBy(10);
        return Stream.of(tenth, Duration.ofSeconds(30))
                .max(Duration::compareTo)
                .filter(it -> it.compareTo(Duration.ofMinutes(15)) < 0)
                .orElse(Duration.ofMinutes(15));
    }

    /** What Spring Batch wraps around a failure says nothing to people. */
    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null && cause.getClass().getPackageName().startsWith("org.springframework.batch")) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Gives what is running a moment to end; what does not is taken up at the next start, as after a crash. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        lookout.close();
        threads.values().forEach(ExecutorService::shutdown);
        for (ExecutorService thread : threads.values()) {
            if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                thread.shutdownNow();
            }
        }
    }
}
