package org.sampan.console.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sampan.console.supervise.StopSignal;

/** The file in which a running PostgreSQL says who it is and how far it has come: {@code postmaster.pid}. */
record PostmasterFile(Path cluster) {

    private static final int STATUS_LINE = 7;

    boolean ready(long pid) {
        try {
            List<String> lines = Files.readAllLines(path());
            return lines.size() > STATUS_LINE
                    && lines.get(0).strip().equals(Long.toString(pid))
                    && lines.get(STATUS_LINE).startsWith("ready");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Called before a start, under the supervisor's lock. A PostgreSQL of ours that outlived its supervisor is ended; a number that now
     * belongs to somebody else would keep PostgreSQL from starting, so that file is taken away. A dead number PostgreSQL sees itself.
     */
    void clear(Duration patience) throws IOException {
        List<String> lines;
        try {
            lines = Files.readAllLines(path());
        } catch (NoSuchFileException e) {
            return;
        }
        ProcessHandle process = lines.isEmpty()
                ? null
                : ProcessHandle.of(Long.parseLong(lines.get(0).strip())).orElse(null);
        if (process != null && isOurs(process)) {
            end(process, patience);
        } else if (process != null) {
            Files.deleteIfExists(path());
        }
    }

    private boolean isOurs(ProcessHandle process) throws IOException {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .contains(cluster.toString());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static void end(ProcessHandle process, Duration patience) throws IOException {
        CompletableFuture<ProcessHandle> end = process.onExit();
        StopSignal.INT.send(process);
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new PostgresException("an earlier PostgreSQL, process " + process.pid() + ", does not end", e);
        } catch (ExecutionException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private Path path() {
        return cluster.resolve("postmaster.pid");
    }
}
