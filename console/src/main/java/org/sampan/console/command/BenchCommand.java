package org.sampan.console.command;

import java.util.ArrayList;
import java.util.List;
import org.sampan.console.launch.Bench;
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
        return run(
                Bench.fanOut(session.settings()),
                options.arguments(),
                "Starting a PostgreSQL and a mail server, and warming up; this takes a minute …");
    }

    @Command(
            name = "newsroom",
            description = {
                "Collect from many feeds, make editions and look through clippings: a whole digest service, on a database of its own, reads feeds it serves itself.",
                "Prints a table, and JSON as the last line (with --json nothing else): seconds, milliseconds of each of the desk's questions, memory."
            })
    int newsroom(@Mixin NewsroomOptions options) {
        return run(
                Bench.newsroom(session.settings(), options.memory()),
                options.arguments(),
                "Starting a PostgreSQL and a digest service, and collecting; this takes some minutes …");
    }

    private int run(Bench bench, List<String> options, String progress) {
        List<String> arguments = new ArrayList<>(options);
        if (session.json()) {
            arguments.add("--json");
        } else {
            session.progress(progress);
        }
        try {
            return bench.run(arguments);
        } catch (InterruptedException e) {
            throw new InterruptedByUserException(e);
        }
    }
}
