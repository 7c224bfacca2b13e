package org.sampan.digest.collect;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A feed could not be fetched or read; the message says why and, where it helps, what to do. */
public final class FeedProblem extends Exception {
    private final transient Optional<Duration> pause;
    private final transient Optional<Integer> status;

    public FeedProblem(String message) {
        super(message);
        this.pause = Optional.empty();
        this.status = Optional.empty();
    }

    FeedProblem(String message, Throwable cause) {
        super(message, cause);
        this.pause = Optional.empty();
        this.status = cause instanceof FeedProblem problem ? problem.status() : Optional.empty();
    }

    FeedProblem(String message, @Nullable Throwable cause, Optional<Duration> pause) {
        this(message, cause, pause, Optional.empty());
    }

    FeedProblem(String message, @Nullable Throwable cause, Optional<Duration> pause, Optional<Integer> status) {
        super(message, cause);
        this.pause = pause;
        this.status = status;
    }

    /** What an HTTP server answered, if it was not the feed. */
    Optional<Integer> status() {
        return status;
    }

    /** No server bears the name, as far as could be learned. */
    boolean isForWantOfHost() {
        Throwable cause = getCause();
        while (cause instanceof FeedProblem problem) {
            cause = problem.getCause();
        }
        return cause instanceof UnknownHostException && !(cause instanceof PublicAddresses.PrivateAddress);
    }

    /** How long the server asked to be left alone. */
    Optional<Duration> pause() {
        return pause;
    }
}
