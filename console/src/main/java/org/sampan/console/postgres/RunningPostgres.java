package org.sampan.console.postgres;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.sampan.console.supervise.StopSignal;

/** An {@link EmbeddedPostgres} that runs as long as this is open, for its opener's purposes and nobody else's. */
public final class RunningPostgres implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

    private final Process process;

    private RunningPostgres(Process process) {
        this.process = process;
    }

    /**
     * Returns when it takes connections.
     *
     * @throws PostgresException when it does not within the patience; it has ended then
     */
    static RunningPostgres start(EmbeddedPostgres postgres, Duration patience) throws InterruptedException {
        RunningPostgres running = new RunningPostgres(launch(postgres));
        long until = System.nanoTime() + patience.toNanos();
        while (!postgres.ready(running.process.pid())) {
            if (System.nanoTime() > until || !running.process.isAlive()) {
                running.close();
                throw new PostgresException("the PostgreSQL in " + postgres.folder() + " does not start");
            }
            Thread.sleep(LOOK_AGAIN.toMillis());
        }
        return running;
    }

    private static Process launch(EmbeddedPostgres postgres) {
        ProcessBuilder builder = new ProcessBuilder(postgres.command())
                .directory(postgres.folder().toFile())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        builder.environment().putAll(postgres.environment());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new PostgresException("cannot start PostgreSQL: " + e.getMessage(), e);
        }
    }

    /** Ends it in order, and waits. */
    @Override
    public void close() {
        StopSignal.INT.send(process.toHandle());
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
