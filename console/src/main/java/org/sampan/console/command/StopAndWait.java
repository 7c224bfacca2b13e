package org.sampan.console.command;

import java.util.concurrent.CountDownLatch;

/** What a shutdown hook does here: the virtual machine goes when its hooks have returned, so it waits until the parts have ended. */
final class StopAndWait {

    private StopAndWait() {}

    static void of(Runnable stop, CountDownLatch ended) {
        stop.run();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
