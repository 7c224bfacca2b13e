package org.sampan.console.command;

import org.sampan.console.launch.DataFolder;
import org.sampan.console.launch.Stop;
import picocli.CommandLine.Command;

/** {@code ./sampan stop} */
@Command(name = "stop", description = "End everything in order and wait until it has ended.")
final class StopCommand implements Runnable {

    private final Session session;

    StopCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        try {
            boolean ran = new Stop(new DataFolder(session.settings().data())).stop();
            session.say(ran ? "Sampan has ended." : "Sampan does not run.");
        } catch (InterruptedException e) {
            throw new InterruptedByUserException(e);
        }
    }
}
