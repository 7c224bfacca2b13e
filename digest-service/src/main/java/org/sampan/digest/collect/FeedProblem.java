package org.sampan.digest.collect;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A feed could not be fetched or read; the message says why and, where it helps, what to do. */
public final class FeedProblem extends Exception {
    private final transient Optional<Duration> pause;

    public FeedProblem(String message) {
        super(message);
        this.pause = Optional.empty();
    }

    FeedProblem(String message, Throwable cause) {
        super(message, cause);
        this.pause = Optional.empty();
    }

    FeedProblem(String message, @Nullable Throwable cause, Optional<Duration> pause) {
        super(message, cause);
        this.pause = pause;
    }

    /** How long the server asked to be left alone. */
    Optional<Duration> pause() {
        return pause;
    }
}
