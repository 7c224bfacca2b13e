package org.sampan.console.supervise;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Parts that a supervisor left behind because it was killed: found by their run files, never by name, so that no stranger is hit. */
public final class Remains {

    private final RunFolder run;
    private final Duration patience;

    public Remains(RunFolder run, Duration patience) {
        this.run = run;
        this.patience = patience;
    }

    /** What still lives, the last started first. */
    public List<RunFolder.Entry> living() {
        return run.entries().stream().filter(entry -> entry.process().alive()).toList();
    }

    /** Ends all but the named part, the last started first, each in order or by force after the patience; returns what was ended. */
    public List<RunFolder.Entry> endAllBut(String spared) throws InterruptedException {
        List<RunFolder.Entry> ended =
                living().stream().filter(entry -> !entry.part().equals(spared)).toList();
        for (RunFolder.Entry entry : ended) {
            end(entry);
        }
        run.entries().stream().filter(entry -> !entry.process().alive()).forEach(entry -> run.remove(entry.part()));
        return ended;
    }

    private void end(RunFolder.Entry entry) throws InterruptedException {
        ProcessHandle process = entry.process().living().orElse(null);
        if (process == null) {
            return;
        }
        CompletableFuture<ProcessHandle> end = process.onExit();
        entry.stopSignal().send(process);
        try {
            end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            process.destroyForcibly();
            end.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
