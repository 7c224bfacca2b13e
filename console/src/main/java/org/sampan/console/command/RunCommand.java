package org.sampan.console.command;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.sampan.console.launch.Run;
import org.sampan.console.settings.InvalidSettingsException;
import org.sampan.console.supervise.EventLog;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sampan run}: what a service manager such as systemd starts, and what {@code start} starts in the background. */
@Command(name = "run", description = "Run everything in the foreground until SIGTERM or Ctrl-C; for systemd.")
final class RunCommand implements Callable<Integer> {

    /** Tells systemd (RestartPreventExitStatus) that trying again is of no use. */
    private static final int BAD_CONFIGURATION = 78;

    private final Session session;

    @Option(names = "--in-background", hidden = true, description = "Started by ./sampan start.")
    private boolean inBackground;

    RunCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        Run run;
        try {
            run = new Run(session.settings(), session.environment(), new EventLog(session.out()));
        } catch (InvalidSettingsException e) {
            e.problems().forEach(problem -> session.complain(problem.toString()));
            return BAD_CONFIGURATION;
        }
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> StopAndWait.of(run::stop, ended), "stop"));
        try {
            run.untilEnd();
            return 0;
        } finally {
            ended.countDown();
        }
    }
}
