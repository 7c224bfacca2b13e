package org.sampan.mailserver.deliver;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Keeps a server from answering any message, until it is closed. */
final class Tarpit implements Function<String, @Nullable String>, AutoCloseable {
    private final CountDownLatch closed = new CountDownLatch(1);

    @Override
    public @Nullable String apply(String command) {
        if (command.equals("DOT")) {
            try {
                var unused = closed.await(90, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return null;
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
