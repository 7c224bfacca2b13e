package org.sampan.mailserver.spool;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.ToLongFunction;
import javax.jms.ConnectionFactory;
import org.apache.activemq.ActiveMQConnectionFactory;
import org.apache.activemq.ActiveMQPrefetchPolicy;
import org.apache.activemq.RedeliveryPolicy;
import org.apache.activemq.broker.BrokerService;
import org.apache.activemq.broker.region.Destination;
import org.apache.activemq.broker.region.DestinationStatistics;
import org.apache.activemq.command.ActiveMQQueue;
import org.apache.activemq.store.kahadb.KahaDBPersistenceAdapter;
import org.apache.activemq.usage.SystemUsage;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.settings.Settings;

/**
 * Keeps accepted mail until the stages are through with it: a broker of our own inside this process, on disk and without any
 * port, or one that several mail servers share. Safe for many threads.
 */
public final class Broker implements AutoCloseable {
    private static final long MEMORY_BYTES = 64L * 1024 * 1024;
    private static final int MOST_OF_THE_DISK = 95;
    private static final long PATIENCE_MILLIS = 5_000;

    private final ActiveMQConnectionFactory connections;
    private final @Nullable BrokerService own;

    private Broker(ActiveMQConnectionFactory connections, @Nullable BrokerService own) {
        this.own = own;
        this.connections = connections;
        connections.setTrustAllPackages(false);
        connections.setPrefetchPolicy(noPrefetch());
        connections.setRedeliveryPolicy(untilItWorks());
    }

    /**
     * @param shared an ActiveMQ broker of all nodes; empty: a private one
     * @param folder where a private one keeps its journal
     */
    public static Broker open(Optional<Settings.Broker> shared, Path folder) {
        return shared.map(it -> new Broker(SharedBroker.connections(it), null)).orElseGet(() -> startOwn(folder));
    }

    public ConnectionFactory connections() {
        return connections;
    }

    /** Mails in a queue; empty when the broker is not our own. */
    OptionalLong depth(String queue) {
        return statistics(queue, it -> it.getMessages().getCount());
    }

    /** Mails taken from a queue for good since the start; empty when the broker is not our own. */
    OptionalLong done(String queue) {
        return statistics(queue, it -> it.getDequeues().getCount());
    }

    private OptionalLong statistics(String queue, ToLongFunction<DestinationStatistics> figure) {
        if (own == null) {
            return OptionalLong.empty();
        }
        try {
            // Nobody has sent to a queue that is not there yet.
            Destination destination = own.getRegionBroker().getDestinationMap().get(new ActiveMQQueue(queue));
            return OptionalLong.of(
                    destination == null ? 0 : figure.applyAsLong(destination.getDestinationStatistics()));
        } catch (Exception e) {
            throw new IllegalStateException("the mail queue does not answer: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws Exception {
        if (own != null) {
            own.stop();
            own.waitUntilStopped();
        }
    }

    private static Broker startOwn(Path folder) {
        String name = "spool-" + UUID.randomUUID();
        KahaDBPersistenceAdapter journal = new KahaDBPersistenceAdapter();
        journal.setDirectory(folder.resolve("journal").toFile());
        // Else a mail that could not be written, on a full disk, is refused to its sender and goes its way all the
        // same.
        journal.setConcurrentStoreAndDispatchQueues(false);
        BrokerService broker = new BrokerService();
        try {
            broker.setBrokerName(name);
            broker.setBrokerId(name);
            broker.setUseJmx(false);
            broker.setUseShutdownHook(false);
            broker.setSchedulerSupport(false);
            broker.setAdvisorySupport(false);
            broker.setDataDirectoryFile(folder.toFile());
            broker.setPersistenceAdapter(journal);
            limit(broker.getSystemUsage());
            broker.start();
            broker.waitUntilStarted();
        } catch (Exception e) {
            throw new IllegalStateException("the mail queue in " + folder + " cannot be opened: " + e.getMessage(), e);
        }
        return new Broker(new ActiveMQConnectionFactory("vm://" + name + "?create=false"), broker);
    }

    /** A full disk is a temporary refusal to whoever sends mail, not a session that hangs. */
    private static void limit(SystemUsage usage) {
        usage.getMemoryUsage().setLimit(MEMORY_BYTES);
        usage.getStoreUsage().setPercentLimit(MOST_OF_THE_DISK);
        usage.setCheckLimitsLogLevel("debug");
        usage.setSendFailIfNoSpaceAfterTimeout(PATIENCE_MILLIS);
    }

    /** Mails are big and each is worked on for long: none may wait at one node while another node is idle. */
    private static ActiveMQPrefetchPolicy noPrefetch() {
        ActiveMQPrefetchPolicy policy = new ActiveMQPrefetchPolicy();
        policy.setAll(0);
        return policy;
    }

    /** By default a mail that came back six times goes to a queue of the dead, which nobody reads. */
    private static RedeliveryPolicy untilItWorks() {
        RedeliveryPolicy policy = new RedeliveryPolicy();
        policy.setMaximumRedeliveries(RedeliveryPolicy.NO_MAXIMUM_REDELIVERIES);
        return policy;
    }
}
