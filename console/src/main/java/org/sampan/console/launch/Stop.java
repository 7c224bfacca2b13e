package org.sampan.console.launch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sampan.console.supervise.Pace;
import org.sampan.console.supervise.Remains;
import org.sampan.console.supervise.RunFolder;

/** Ends the installation and waits until nothing of it runs any more. */
public final class Stop {

    private final DataFolder data;
    private final Remains remains;
    private final Duration patience;

    public Stop(DataFolder data) {
        this.data = data;
        this.patience = Pace.usual().killAfter();
        this.remains = new Remains(data.run(), patience);
    }

    /** The living supervisor. */
    public Optional<RunFolder.Entry> supervisor() {
        return data.run().read(Run.SUPERVISOR).filter(entry -> entry.process().alive());
    }

    /** Whether there was something to end. */
    public boolean stop() throws InterruptedException {
        Optional<RunFolder.Entry> supervisor = supervisor();
        if (supervisor.isPresent()) {
            supervisor.get().process().living().ifPresent(this::end);
        }
        return !endRemains().isEmpty() || supervisor.isPresent();
    }

    /** Parts whose supervisor was killed. */
    List<RunFolder.Entry> endRemains() throws InterruptedException {
        return remains.endAllBut("");
    }

    /** The supervisor ends each part within the patience; itself it gets as long as all of them, and a little. */
    private void end(ProcessHandle supervisor) {
        CompletableFuture<ProcessHandle> end = supervisor.onExit();
        supervisor.destroy();
        try {
            end.get(patience.multipliedBy(Parts.NAMES.size() + 1).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            supervisor.destroyForcibly();
            end.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
