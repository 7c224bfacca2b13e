package org.sampan.digest.production;

import java.time.Duration;
import java.util.List;
import org.sampan.digest.compile.PlanListDigests;
import org.sampan.digest.listdigest.ListDigests;
import org.sampan.digest.mailserver.DigestReaders;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.send.SendListDigest;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Looks every minute, on one node at a time, whether digests of list traffic are due, and sends those that are not sent yet. It is
 * no Quartz schedule, since readers everywhere have their own hour.
 */
@Component
public class ListDigestDispatch implements AutoCloseable {
    private static final String LOCK = "list digests";
    private static final Duration EVERY = Duration.ofSeconds(60);

    private final MailServer mailServer;
    private final PlanListDigests plan;
    private final ListDigests digests;
    private final SendListDigest send;
    private final RunLock locks;
    private final Lookout lookout = new Lookout("digests-wait", this::run);

    ListDigestDispatch(
            MailServer mailServer, PlanListDigests plan, ListDigests digests, SendListDigest send, RunLock locks) {
        this.mailServer = mailServer;
        this.plan = plan;
        this.digests = digests;
        this.send = send;
        this.locks = locks;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        lookout.begin(Duration.ofSeconds(5), EVERY);
    }

    /** Decides on what is due and sends what is not sent. */
    public void run() {
        try (RunLock.Held held = locks.acquire(LOCK)) {
            mailServer.lists().forEach(this::planFor);
            digests.unsent().forEach(send::send);
        }
    }

    private void planFor(MailingList list) {
        List<DigestReaders> readers = mailServer.digestReaders(list.address());
        if (!readers.isEmpty()) {
            mailServer.digestTimes(list.address()).ifPresent(times -> plan.plan(list.address(), readers, times));
        }
    }

    @Override
    public void close() {
        lookout.close();
    }
}
