package org.sampan.console.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.sampan.console.settings.Settings;
import org.sampan.console.supervise.Ending;
import org.sampan.console.supervise.EventLog;
import org.sampan.console.supervise.Pace;
import org.sampan.console.supervise.ProcessIdentity;
import org.sampan.console.supervise.Remains;
import org.sampan.console.supervise.RunFolder;
import org.sampan.console.supervise.RunLock;
import org.sampan.console.supervise.StartFailedException;
import org.sampan.console.supervise.StopSignal;
import org.sampan.console.supervise.Supervisor;

/**
 * The supervisor's own process: takes the lock, makes the secrets, prepares the database, runs the parts until it is asked to end.
 * {@link #untilEnd} is called once; {@link #stop} from any thread, at any time.
 */
public final class Run {

    /** The supervisor's name in the run folder and of its log. */
    public static final String SUPERVISOR = "supervisor";

    private static final Duration LOCK_PATIENCE = Duration.ofSeconds(3);

    private final Settings settings;
    private final Map<String, String> environment;
    private final DataFolder data;
    private final EventLog events;
    private final AtomicReference<@Nullable Supervisor> supervisor = new AtomicReference<>();
    private final AtomicBoolean stopAsked = new AtomicBoolean();
    private final CountDownLatch begun = new CountDownLatch(1);

    /** @param environment what the programs inherit, less {@code SAMPAN_*} */
    public Run(Settings settings, Map<String, String> environment, EventLog events) {
        this.settings = settings;
        this.environment = environment;
        this.data = new DataFolder(settings.data());
        this.events = events;
    }

    /** @throws StartFailedException when another supervisor has this data folder, or a part could not be started */
    public void untilEnd() throws InterruptedException {
        data.create();
        RunLock lock = lock();
        try (lock) {
            data.run().forgetFailure();
            writeEntry();
            try {
                Ending ending = runParts();
                events.event("supervisor-ended", "ending", ending.getClass().getSimpleName());
                if (ending instanceof Ending.StartFailed failed) {
                    throw new StartFailedException(failed.reason());
                }
            } catch (RuntimeException e) {
                data.run().writeFailure(String.valueOf(e.getMessage()));
                throw e;
            } finally {
                data.run().remove(SUPERVISOR);
                begun.countDown();
            }
        }
    }

    /** Asks for the end and returns at once. */
    public void stop() {
        stopAsked.set(true);
        Supervisor running = supervisor.get();
        if (running != null) {
            running.stop();
        }
    }

    /** Waits until every part is ready; false when the run ended before, or that took too long. */
    public boolean awaitReady(Duration patience) throws InterruptedException {
        Instant until = Instant.now().plus(patience);
        if (!begun.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            return false;
        }
        Supervisor running = supervisor.get();
        return running != null && running.awaitReady(Duration.between(Instant.now(), until));
    }

    private Ending runParts() throws InterruptedException {
        Pace pace = Pace.usual();
        new Remains(data.run(), pace.killAfter())
                .endAllBut(SUPERVISOR)
                .forEach(entry -> events.event(
                        "remains-ended",
                        "part",
                        entry.part(),
                        "pid",
                        entry.process().pid()));
        data.adminToken().readOrMake();
        data.digestServicePassword().readOrMake();
        Supervisor running =
                new Supervisor(new Parts(settings, environment).prepare(), data.run(), data.logs(), events, pace);
        supervisor.set(running);
        if (stopAsked.get()) {
            running.stop();
        }
        begun.countDown();
        return running.run();
    }

    private RunLock lock() throws InterruptedException {
        Instant until = Instant.now().plus(LOCK_PATIENCE);
        Optional<RunLock> lock = RunLock.take(data.run());
        while (lock.isEmpty() && Instant.now().isBefore(until)) {
            Thread.sleep(100);
            lock = RunLock.take(data.run());
        }
        return lock.orElseThrow(() -> new StartFailedException("runs already with the data folder " + data.path()));
    }

    private void writeEntry() {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current().pid()).orElseThrow();
        data.run().write(new RunFolder.Entry(SUPERVISOR, self, Instant.now(), 0, StopSignal.TERM));
        events.event("supervisor-started", "pid", self.pid(), "data", data.path());
    }
}
