package org.sampan.console.supervise;

import java.io.IOException;

/** The signal that ends a program in order. */
public enum StopSignal {
    /** What most programs take. */
    TERM,
    /** PostgreSQL's fast shutdown: TERM would wait for its clients. */
    INT;

    /** Sends it; a process that is gone is fine. */
    public void send(ProcessHandle process) {
        try {
            new ProcessBuilder("sh", "-c", "kill -" + name() + " \"$0\" 2>/dev/null", Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            process.destroy();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
