package org.sampan.console.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.util.Set;
import java.util.function.Supplier;
import org.sampan.console.terminal.TerminalText;

/** Draws how a send gets on until it ends or stops: one line that is drawn anew at a terminal, else a line now and then. */
final class SendProgress {

    private static final Set<String> STILL = Set.of("waiting", "sending");
    private static final long AT_TERMINAL_MILLIS = 500;
    private static final long ELSEWHERE_MILLIS = 5_000;

    private final PrintStream err;
    private final boolean atTerminal = System.console() != null;

    SendProgress(PrintStream err) {
        this.err = err;
    }

    /** @return how it stands when everybody was offered a copy once, or it was stopped */
    JsonNode follow(JsonNode first, Supplier<JsonNode> look) throws InterruptedException {
        JsonNode now = first;
        draw(now);
        while (STILL.contains(Json.text(now, "state"))) {
            Thread.sleep(atTerminal ? AT_TERMINAL_MILLIS : ELSEWHERE_MILLIS);
            now = look.get();
            draw(now);
        }
        if (atTerminal) {
            err.println();
        }
        return now;
    }

    private void draw(JsonNode delivery) {
        String line = TerminalText.of(SendReport.line(delivery)).text();
        if (atTerminal) {
            err.print("\r\u001b[K" + line);
            err.flush();
        } else {
            err.println(line);
        }
    }
}
