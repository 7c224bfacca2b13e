package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** Tells how a job ended. */
record RunReport(Session session) {

    /**
     * @param words what its result is for a person
     * @return the exit code: 0 when it is done, also when there was nothing to do and it says so
     */
    int show(JsonNode run, Function<JsonNode, String> words) {
        String state = Json.text(run, "state");
        if (session.json()) {
            session.say(Json.print(run));
        } else if (state.equals("done")) {
            session.say(words.apply(run.path("result")));
        } else if (state.equals("skipped") || state.equals("waiting") || state.equals("stopped")) {
            session.say(state + ": " + Json.text(run, "message"));
        } else {
            session.complain(Json.text(run, "job") + " failed: " + Json.text(run, "message"));
        }
        return state.equals("failed") ? 1 : 0;
    }
}
