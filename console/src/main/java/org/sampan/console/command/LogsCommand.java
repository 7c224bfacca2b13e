package org.sampan.console.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sampan.console.launch.DataFolder;
import org.sampan.console.launch.Logs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./sampan logs} */
@Command(name = "logs", description = "Show the logs of all parts, or of one.")
final class LogsCommand implements Runnable {

    private final Session session;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "PART",
            description = "supervisor, postgres, mail-server or digest-service.")
    private @Nullable String part;

    @Option(names = "-f", description = "Go on with what is written from now on; Ctrl-C ends.")
    private boolean follow;

    @Option(
            names = "-n",
            paramLabel = "LINES",
            defaultValue = "20",
            description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    LogsCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        if (part != null && !Logs.NAMES.contains(part) && spec != null) {
            throw new ParameterException(
                    spec.commandLine(), "no part is called " + part + "; there are " + String.join(", ", Logs.NAMES));
        }
        List<String> parts = part == null ? Logs.NAMES : List.of(part);
        Logs logs = new Logs(new DataFolder(session.settings().data()), parts, session.out());
        logs.showLast(lines);
        if (follow) {
            try {
                logs.follow();
            } catch (InterruptedException e) {
                throw new InterruptedByUserException(e);
            }
        }
    }
}
