package org.sampan.mailserver.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import org.sampan.mailserver.delivery.DeliveryProgress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.PostId;

/** Sends one post to everybody, and looks at the clock. */
final class Measurement {
    private static final long PATIENCE = 3_600_000_000_000L;

    private final BenchOptions options;
    private final BenchServer server;
    private final Optional<CountingReceiver> receiver;
    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** @param receiver empty: one of the operator's, of which nothing is seen but its answers */
    Measurement(BenchOptions options, BenchServer server, Optional<CountingReceiver> receiver) {
        this.options = options;
        this.server = server;
        this.receiver = receiver;
    }

    /** @throws IOException when the post is not taken, or not delivered within an hour */
    BenchResult run(int number) throws IOException, InterruptedException {
        MailingList list = server.list();
        byte[] message = BenchMessage.post(list.address(), number, options.size());
        PostId id = PostId.of(list.address(), Message.parse(message).headers().value("Message-ID"));
        receiver.ifPresent(CountingReceiver::reset);
        long rows = server.ledgerRows();
        long cpu = cpuNanos();
        long begin = Submission.post(server.smtpPort(), list, message);
        awaitFinish(id, begin);
        long end = receiver.map(CountingReceiver::lastAt).orElseGet(System::nanoTime);
        long cpuUsed = cpuNanos() - cpu;
        receiver.ifPresent(this::requireAll);
        double seconds = (end - begin) / 1e9;
        return new BenchResult(
                Math.round(options.recipients() / seconds),
                seconds,
                receiver.map(it -> (it.firstAt() - begin) / 1e6).orElse(-1.0),
                cpuUsed / 1e3 / options.recipients(),
                (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) >> 20,
                ResidentMemory.megabytes(),
                server.ledgerRows() - rows);
    }

    private void awaitFinish(PostId post, long begin) throws IOException, InterruptedException {
        while (!isFinished(post)) {
            if (System.nanoTime() - begin > PATIENCE) {
                throw new IOException("not delivered within an hour: "
                        + server.deliveries()
                                .progress(post)
                                .map(DeliveryProgress::toString)
                                .orElse("not fanned out"));
            }
            Thread.sleep(2);
        }
    }

    private boolean isFinished(PostId post) {
        // The ledger is only asked when the receiver has all, so that asking costs nothing while it counts.
        return receiver.map(it -> it.recipients() >= options.recipients()).orElse(true)
                && server.deliveries()
                        .progress(post)
                        .map(it -> it.finishedAt() != null)
                        .orElse(false);
    }

    private void requireAll(CountingReceiver counted) {
        if (counted.recipients() != options.recipients()) {
            throw new IllegalStateException(counted.recipients() + " copies came, not " + options.recipients());
        }
    }

    private long cpuNanos() {
        long receiving = receiver.map(it -> ManagementFactory.getThreadMXBean().getThreadCpuTime(it.threadId()))
                .orElse(0L);
        return system.getProcessCpuTime() - receiving;
    }
}
