package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;

/** Shows how a job gets on: every new step, and in long ones how far it is, at most every two seconds. */
final class RunProgress {

    private static final long BETWEEN_NANOS = 2_000_000_000L;

    private final Session session;
    private String step = "";
    private long shownAt = System.nanoTime();

    RunProgress(Session session) {
        this.session = session;
    }

    void show(JsonNode run) {
        String now = Json.text(run, "step");
        boolean due = System.nanoTime() - shownAt > BETWEEN_NANOS;
        if (now.isEmpty() || (now.equals(step) && !due)) {
            return;
        }
        int total = run.path("total").asInt();
        String message = Json.text(run, "message");
        session.progress(now + (total > 0 ? " " + run.path("done").asInt() + " of " + total : "") + " …"
                + (message.isEmpty() ? "" : " (" + message + "; tried again at " + Json.text(run, "againAt") + ")"));
        step = now;
        shownAt = System.nanoTime();
    }
}
