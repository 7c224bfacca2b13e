package org.sampan.console.launch;

import java.time.Duration;
import java.util.Locale;

/**
 * One part as it stands now.
 *
 * @param state {@code up}, {@code starting} (runs, does not answer yet), {@code down}, {@code left-behind} (its supervisor was killed), {@code outside}
 *     (a database of the operator's own)
 * @param pid 0 when it does not run
 * @param port the port it is asked at; 0 for a database outside
 * @param memoryBytes resident memory
 * @param restarts since the supervisor began
 * @param health {@code ok}, or what it answered instead
 */
public record PartStatus(
        String part, State state, long pid, int port, long memoryBytes, Duration uptime, int restarts, String health) {

    /** See {@link PartStatus#state}. */
    public enum State {
        UP,
        STARTING,
        DOWN,
        LEFT_BEHIND,
        OUTSIDE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Nothing to worry about. */
    public boolean good() {
        return state == State.UP || state == State.OUTSIDE;
    }
}
