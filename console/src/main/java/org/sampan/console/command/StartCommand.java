package org.sampan.console.command;

import java.time.Duration;
import org.sampan.console.launch.Start;
import org.sampan.console.settings.Keys;
import org.sampan.console.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sampan start} */
@Command(name = "start", description = "Start everything in the background and wait until it answers.")
final class StartCommand implements Runnable {

    private final Session session;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long the programs may take (default: ${DEFAULT-VALUE}).")
    private int timeout;

    StartCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Settings settings = session.settings();
        Start.Outcome outcome;
        try {
            outcome = new Start(settings, session.environment()).start(Duration.ofSeconds(timeout));
        } catch (InterruptedException e) {
            throw new InterruptedByUserException(e);
        }
        if (outcome instanceof Start.Outcome.RunsAlready already) {
            session.say("Sampan runs already (supervisor " + already.pid() + "); ./sampan status tells more.");
        } else if (outcome instanceof Start.Outcome.Started started) {
            session.say("Sampan runs, ready after "
                    + String.format("%.1f", started.took().toMillis() / 1000.0) + " s.");
            session.say("  pages        " + settings.get(Keys.WEB_URL));
            session.say("  mail in      port " + settings.get(Keys.SMTP_PORT));
            session.say("  stop it with ./sampan stop");
        }
    }
}
