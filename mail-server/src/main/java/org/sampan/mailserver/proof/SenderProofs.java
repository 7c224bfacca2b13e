package org.sampan.mailserver.proof;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sampan.mailserver.domain.DnsTroubleException;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.SenderProof;

/**
 * Finds out where mails come from, within a time and for a limited number of them at once: strangers choose which name servers are
 * asked, and slow ones must not keep the server from taking other mail. Safe for many threads.
 */
public final class SenderProofs {
    private static final Duration PATIENCE = Duration.ofSeconds(12);
    private static final int MOST_AT_ONCE = 12;

    private final SenderChecks checks;
    private final ThreadPoolExecutor workers =
            new ThreadPoolExecutor(0, MOST_AT_ONCE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), task -> {
                Thread thread = new Thread(task, "sender-proof");
                thread.setDaemon(true);
                return thread;
            });

    SenderProofs(SenderChecks checks) {
        this.checks = checks;
    }

    /**
     * @param message with headers {@linkplain FrontServer#withoutForeignResults cleaned}
     * @param proofWanted false: it is enough to know what fails DMARC
     * @throws DnsTroubleException when it cannot be found out now: the sender's server should come again
     */
    public SenderProof of(Message message, Handover handover, boolean proofWanted) {
        try {
            Future<SenderProof> check = workers.submit(() -> checks.of(message, handover, proofWanted));
            try {
                return check.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            } finally {
                check.cancel(true);
            }
        } catch (RejectedExecutionException | TimeoutException e) {
            throw new DnsTroubleException("too slow, or too many at once", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof DnsTroubleException trouble) {
                throw trouble;
            }
            throw new IllegalStateException("the sender could not be checked", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DnsTroubleException("stopped while checking", e);
        }
    }
}
