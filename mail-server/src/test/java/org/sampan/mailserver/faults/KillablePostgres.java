package org.sampan.mailserver.faults;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.sampan.mailserver.settings.Settings;

/** A PostgreSQL of one test, which can be killed and started again on the same port. */
final class KillablePostgres implements AutoCloseable {
    private static final int TRIES = 60;

    private final Path folder;
    private EmbeddedPostgres running;

    private KillablePostgres(Path folder, EmbeddedPostgres running) {
        this.folder = folder;
        this.running = running;
    }

    /** @param folder its data; made when it is not there */
    static KillablePostgres start(Path folder) throws IOException {
        return new KillablePostgres(folder, builder(folder).start());
    }

    Settings.Database settings() {
        return new Settings.Database(running.getJdbcUrl("postgres", "postgres"), "postgres", "postgres");
    }

    /** SIGKILL to the postmaster; its children find out and end. */
    void kill() throws IOException {
        signal("-KILL");
    }

    /** SIGQUIT: all end at once, nothing is tidied up. */
    void stopImmediately() throws IOException {
        signal("-QUIT");
    }

    boolean isRunning() {
        return pid().filter(
                        it -> ProcessHandle.of(it).map(ProcessHandle::isAlive).orElse(false))
                .isPresent();
    }

    /** As a launcher does: again and again until what is left of the one before is gone. */
    void startAgain() throws IOException {
        int port = running.getPort();
        closeQuietly();
        for (int tries = 1; ; tries++) {
            try {
                running = builder(folder).setPort(port).start();
                return;
            } catch (IOException | RuntimeException notYet) {
                if (tries == TRIES) {
                    throw notYet;
                }
                LockSupport.parkNanos(500_000_000);
            }
        }
    }

    @Override
    public void close() {
        closeQuietly();
    }

    private void closeQuietly() {
        try {
            running.close();
        } catch (IOException | RuntimeException dead) {
            // that is how it was meant
        }
    }

    private void signal(String signal) throws IOException {
        long pid = pid().orElseThrow(() -> new IllegalStateException("PostgreSQL is not running"));
        Process kill = new ProcessBuilder("kill", signal, Long.toString(pid))
                .inheritIO()
                .start();
        try {
            if (!kill.waitFor(10, TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("PostgreSQL cannot be killed");
            }
            var unused = ProcessHandle.of(pid)
                    .map(it -> it.onExit().orTimeout(30, TimeUnit.SECONDS).join());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Optional<Long> pid() {
        Path file = folder.resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Files.readAllLines(file).stream().findFirst().map(it -> Long.valueOf(it.strip()))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static EmbeddedPostgres.Builder builder(Path folder) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "16MB")
                .setServerConfig("max_wal_size", "64MB")
                .setServerConfig("min_wal_size", "32MB");
    }
}
