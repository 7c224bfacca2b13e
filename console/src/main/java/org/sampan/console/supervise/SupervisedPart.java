package org.sampan.console.supervise;

import java.io.File;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One part in the supervisor's hands: launched, seen dying, launched again after a pause. One thread only. */
final class SupervisedPart {

    /** How a part ended by itself. */
    record Death(int exitCode, Duration lived, int failuresInRow) {}

    private final Part part;
    private final RunFolder run;
    private final PartLog log;
    private final Pace pace;
    private final Clock clock;
    private @Nullable Process process;
    private @Nullable ProcessIdentity identity;
    private Instant since = Instant.MIN;
    private Instant notBefore = Instant.MIN;
    private long logFrom;
    private int launches;
    private int failuresInRow;
    private boolean ready;

    SupervisedPart(Part part, RunFolder run, PartLog log, Pace pace, Clock clock) {
        this.part = part;
        this.run = run;
        this.log = log;
        this.pace = pace;
        this.clock = clock;
    }

    Part part() {
        return part;
    }

    boolean running() {
        return process != null;
    }

    boolean ready() {
        return ready;
    }

    long pid() {
        return process == null ? 0 : process.pid();
    }

    int launches() {
        return launches;
    }

    boolean due() {
        return process == null && !clock.instant().isBefore(notBefore);
    }

    void launch() throws IOException {
        logFrom = log.open();
        ProcessBuilder builder = new ProcessBuilder(inOwnSession(part.command()));
        builder.environment().clear();
        builder.environment().putAll(part.environment());
        builder.directory(part.folder().toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.file().toFile()));
        process = builder.start();
        since = clock.instant();
        launches++;
        identity = ProcessIdentity.of(process.pid()).orElse(null);
        if (identity != null) {
            run.write(new RunFolder.Entry(part.name(), identity, since, launches - 1, part.stopSignal()));
        }
    }

    /** The end of the process, told once. */
    Optional<Death> death() {
        if (process == null || process.isAlive()) {
            return Optional.empty();
        }
        int exitCode = process.exitValue();
        Duration lived = Duration.between(since, clock.instant());
        failuresInRow = lived.compareTo(pace.steadyAfter()) >= 0 ? 1 : failuresInRow + 1;
        notBefore = clock.instant().plus(pace.pauseAfter(failuresInRow));
        forget();
        return Optional.of(new Death(exitCode, lived, failuresInRow));
    }

    Duration pause() {
        return Duration.between(clock.instant(), notBefore);
    }

    /** Asks the part whether it does its work; true when the answer changed. */
    boolean probe() {
        boolean now = identity != null && part.readiness().ready(identity);
        boolean changed = now != ready;
        ready = now;
        return changed;
    }

    void rotateLog() {
        log.rotateIfLarge();
    }

    List<String> lastWords(int most) {
        return log.tail(logFrom, most);
    }

    /** Ends it in order, or by force after the pace's patience; true when force was needed. */
    boolean stop() throws InterruptedException {
        Process ending = process;
        if (ending == null) {
            return false;
        }
        part.stopSignal().send(ending.toHandle());
        boolean inOrder = ending.waitFor(pace.killAfter().toMillis(), TimeUnit.MILLISECONDS);
        if (!inOrder) {
            ending.destroyForcibly().waitFor();
        }
        forget();
        return !inOrder;
    }

    private void forget() {
        process = null;
        identity = null;
        ready = false;
        run.remove(part.name());
    }

    /** A terminal's Ctrl-C goes to its whole process group; parts are to hear of it from the supervisor, in order. */
    private static List<String> inOwnSession(List<String> command) {
        List<String> all = new ArrayList<>(command);
        ProgramPath.find("setsid").ifPresent(setsid -> all.add(0, setsid.toString()));
        return all;
    }
}
