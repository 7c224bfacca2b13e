package org.sampan.mailserver.deliver;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.sampan.mailserver.smtp.SmtpConnection;
import org.sampan.mailserver.smtp.SmtpReply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One connection from its making to its end. */
final class Sender implements Runnable {
    private static final Duration IDLE_TIME = Duration.ofSeconds(5);
    private static final Logger LOGGER = LoggerFactory.getLogger(Sender.class);

    private final Route route;
    private final OutcomeRecorder outcomes;
    private final BooleanSupplier othersWait;

    /** @param othersWait other routes wait for a thread, so this one must not be kept idle */
    Sender(Route route, OutcomeRecorder outcomes, BooleanSupplier othersWait) {
        this.route = route;
        this.outcomes = outcomes;
        this.othersWait = othersWait;
    }

    @Override
    public void run() {
        try {
            send(route.connect());
        } catch (IOException e) {
            route.unreachable(e);
        } catch (RuntimeException e) {
            LOGGER.error("event=sender-failed route={}", route.destination().name(), e);
            route.unreachable(new IOException("internal error", e));
        } finally {
            route.senderEnded();
        }
    }

    private void send(SmtpConnection connection) throws IOException {
        EnvelopeExchange envelopes = new EnvelopeExchange(connection, route, outcomes);
        Duration idleTime = othersWait.getAsBoolean() ? Duration.ZERO : IDLE_TIME;
        Dialogue dialogue = connection.takesChunks()
                ? new ChunkDialogue(connection, route, envelopes, idleTime)
                : new DataDialogue(connection, route, envelopes, idleTime);
        try {
            dialogue.run();
            connection.close();
        } catch (IOException | RuntimeException e) {
            connection.abandon();
            dialogue.giveBack(new SmtpReply(
                    451, "4.4.2 connection to " + route.destination().name() + " lost: " + e.getMessage()));
            if (e instanceof RuntimeException || dialogue.taken() == 0 && !route.triesAnother(connection)) {
                throw e;
            }
            LOGGER.debug(
                    "event=connection-lost route={} reason=\"{}\"",
                    route.destination().name(),
                    e.getMessage());
        }
    }
}
