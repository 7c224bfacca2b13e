package org.sampan.mailserver.deliver;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sampan.mailserver.deliver.ConnectionMetrics.ConnectionPool;
import org.sampan.mailserver.delivery.DeliveryBatches;
import org.sampan.mailserver.delivery.DeliveryCalls;
import org.sampan.mailserver.delivery.NodeName;
import org.sampan.mailserver.smtp.SmtpClient;
import org.sampan.mailserver.storage.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the ledger holds, from {@link #start} to {@link #close}: one thread claims, one listens for new mail, one writes outcomes,
 * one keeps house, and each connection has its own. An error of the database stops none of them; they try again.
 */
public final class DeliveryEngine implements AutoCloseable {
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(10);
    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryEngine.class);

    private final Database database;
    private final DeliveryBatches batches;
    private final NodeName node;
    private final EngineParts parts;
    private final Thread claimer = daemon("deliver-claim", this::claim);
    private final Thread listener = daemon("deliver-listen", this::listen);
    private final Thread housekeeper = daemon("deliver-housekeeping", this::keepHouse);
    private volatile boolean stopping;

    DeliveryEngine(Database database, DeliveryBatches batches, NodeName node, EngineParts parts) {
        this.database = database;
        this.batches = batches;
        this.node = node;
        this.parts = parts;
    }

    /** Tells what a former process of this installation sent, takes back what it held, and begins. */
    public void start() {
        parts.outcomes().tellLeftOver(() -> batches.takeBack(node));
        parts.outcomes().start();
        parts.halts().look();
        claimer.start();
        listener.start();
        housekeeper.start();
    }

    /** Finishes what is under way on the connections, writes what became of it and gives everything else back. */
    @Override
    public void close() {
        stopping = true;
        parts.calls().release();
        parts.routes().close();
        join(claimer);
        if (!parts.senders().close(STOP)) {
            LOGGER.warn("event=stop-while-sending node={}", node);
        }
        parts.outcomes().close(STOP);
        housekeeper.interrupt();
        parts.client().close();
        try {
            DeliveryCalls.call(database);
            join(listener);
            batches.release(node);
        } catch (RuntimeException e) {
            LOGGER.warn("event=leases-run-out node={} reason=\"{}\"", node, Reason.of(e));
        }
    }

    /** How its connections are used now. */
    ConnectionPool connections() {
        return parts.senders().pool(parts.leases().open());
    }

    private void claim() {
        while (!stopping) {
            try {
                parts.leases().giveBack(batches, node);
                parts.parking().look();
                boolean found = parts.leases().areFew() && claimOnce();
                if (!found && !stopping) {
                    waitForCall();
                }
            } catch (RuntimeException e) {
                LOGGER.warn("event=claim-failed node={} reason=\"{}\"", node, Reason.of(e));
                waitForCall();
            }
        }
    }

    private boolean claimOnce() {
        boolean retries = parts.deliver().claimRetries();
        return parts.deliver().claimSome() || retries;
    }

    private void waitForCall() {
        try {
            if (parts.calls().tryAcquire(LOOK_AGAIN.toMillis(), TimeUnit.MILLISECONDS)) {
                parts.calls().drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() {
        while (!stopping) {
            try (DeliveryCalls calls = DeliveryCalls.listen(database)) {
                parts.halts().look();
                while (!stopping) {
                    hear(calls.await(LOOK_AGAIN));
                }
            } catch (SQLException | RuntimeException e) {
                if (!stopping) {
                    LOGGER.warn("event=listen-failed node={} reason=\"{}\"", node, Reason.of(e));
                    pause(LOOK_AGAIN);
                }
            }
        }
    }

    private void hear(DeliveryCalls.Call call) {
        if (call == DeliveryCalls.Call.HALT) {
            parts.halts().look();
        }
        if (call != DeliveryCalls.Call.NONE) {
            parts.calls().release();
        }
    }

    private void keepHouse() {
        while (!stopping) {
            pause(Housekeeping.EACH);
            try {
                if (!stopping) {
                    parts.halts().look();
                    parts.housekeeping().run();
                }
            } catch (RuntimeException e) {
                LOGGER.warn("event=housekeeping-failed node={} reason=\"{}\"", node, Reason.of(e));
            }
        }
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join(STOP.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** What the engine is put together of. */
    record EngineParts(
            DeliverBatches deliver,
            RouteTable routes,
            Senders senders,
            OutcomeRecorder outcomes,
            Leases leases,
            Halts halts,
            Parking parking,
            Housekeeping housekeeping,
            SmtpClient client,
            Semaphore calls) {}
}
