package org.sampan.console.command;

import java.util.concurrent.CountDownLatch;
import org.sampan.console.demo.Demonstration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./sampan demo} */
@Command(
        name = "demo",
        description = "Show everything with a small invented network, until Ctrl-C; no mail leaves the machine.")
final class DemoCommand implements Runnable {

    private final Session session;

    @Option(names = "--fresh", description = "Forget an earlier demonstration first.")
    private boolean fresh;

    DemoCommand(Session session) {
        this.session = session;
    }

    @Override
    public void run() {
        Demonstration demonstration = new Demonstration(session.environment(), session::say);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> StopAndWait.of(demonstration::stop, ended), "stop"));
        try {
            demonstration.run(fresh);
        } catch (InterruptedException e) {
            throw new InterruptedByUserException(e);
        } finally {
            ended.countDown();
        }
    }
}
