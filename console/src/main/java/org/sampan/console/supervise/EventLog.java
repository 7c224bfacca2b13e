package org.sampan.console.supervise;

import java.io.PrintStream;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;

/** The supervisor's own log: one line per event, {@code key=value}. Thread-safe. */
public final class EventLog {

    private final PrintStream out;

    public EventLog(PrintStream out) {
        this.out = out;
    }

    /** @param keysAndValues key, value, key, value … */
    public void event(String event, Object... keysAndValues) {
        StringJoiner line = new StringJoiner(" ");
        line.add(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString()).add("event=" + event);
        for (int i = 0; i + 1 < keysAndValues.length; i += 2) {
            line.add(keysAndValues[i] + "=" + quoted(String.valueOf(keysAndValues[i + 1])));
        }
        out.println(line);
    }

    private static String quoted(String value) {
        boolean plain = !value.isEmpty() && value.chars().noneMatch(c -> c <= ' ' || c == '"');
        return plain ? value : '"' + value.replace("\"", "'").replaceAll("\\R", " | ") + '"';
    }
}
