package org.sampan.console.command;

import java.util.ArrayList;
import java.util.List;
import org.sampan.console.launch.FanOutBench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./sampan bench}: what this machine reaches. */
@Command(
        name = "bench",
        description = "Measure what this machine reaches. Nothing leaves it, and what runs already is not touched.")
final class BenchCommand extends CommandGroup {

    private final Session session;

    BenchCommand(Session session) {
        this.session = session;
    }

    @Command(
            name = "fan-out",
            description = {
                "Bring one post to many subscribers: a whole mail server, on a database of its own, sends to a receiver that counts.",
                "Prints a table, and JSON as the last line (with --json nothing else): recipients a second, processor time for each, memory."
            })
    int fanOut(@Mixin FanOutOptions options) {
        List<String> arguments = new ArrayList<>(options.arguments());
        if (session.json()) {
            arguments.add("--json");
        } else {
            session.progress("Starting a PostgreSQL and a mail server, and warming up; this takes a minute …");
        }
        try {
            return new FanOutBench(session.settings()).run(arguments);
        } catch (InterruptedException e) {
            throw new InterruptedByUserException(e);
        }
    }
}
