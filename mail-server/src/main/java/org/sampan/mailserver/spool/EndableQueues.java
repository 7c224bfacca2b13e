package org.sampan.mailserver.spool;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.apache.james.queue.api.MailQueue;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.MailQueueName;
import org.apache.mailet.Mail;
import org.reactivestreams.Publisher;
import reactor.core.Scannable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/**
 * James's queues, from which nobody takes a mail any more once the server stops, and somebody does as long as it runs.
 * James's own spooler ends by interrupting whoever waits for the next mail; that counts as an error, and takes the mails that
 * are in hand away from under the mailets; and any other error ends it as well, for good (decision 22). Safe for many threads.
 */
public final class EndableQueues implements MailQueueFactory<MailQueue> {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final MailQueueFactory<?> queues;
    private final DequeueTrouble trouble;
    private final Duration firstPause;
    private final Sinks.Empty<Void> end = Sinks.empty();
    /** Whoever asks a queue waits for the next mail: not in a thread that others need. */
    private final Scheduler asking = Schedulers.newBoundedElastic(
            Schedulers.DEFAULT_BOUNDED_ELASTIC_SIZE, Integer.MAX_VALUE, "dequeue-again", 60, true);

    /** @param firstPause after a failure; it doubles with each further one up to a minute */
    EndableQueues(MailQueueFactory<?> queues, DequeueTrouble trouble, Duration firstPause) {
        this.queues = queues;
        this.trouble = trouble;
        this.firstPause = firstPause;
    }

    /** What is in hand is finished; what waits stays in the queue. */
    public void end() {
        end.tryEmitEmpty();
    }

    @Override
    public Optional<MailQueue> getQueue(MailQueueName name, PrefetchCount count) {
        return queues.getQueue(name, count).map(Endable::new);
    }

    @Override
    public MailQueue createQueue(MailQueueName name, PrefetchCount count) {
        return new Endable(queues.createQueue(name, count));
    }

    @Override
    public Set<MailQueueName> listCreatedMailQueues() {
        return queues.listCreatedMailQueues();
    }

    private final class Endable implements MailQueue {
        private final MailQueue queue;

        private Endable(MailQueue queue) {
            this.queue = queue;
        }

        /** A mail that comes in the moment of the end is not acknowledged, so it stays in the queue. */
        @Override
        public Publisher<MailQueueItem> deQueue() {
            return Flux.from(queue.deQueue())
                    .doOnNext(item -> trouble.isOver(getName()))
                    .onErrorResume(failure -> hasEnded() ? Flux.empty() : Flux.error(failure))
                    .retryWhen(afterPauses())
                    .takeUntilOther(end.asMono());
        }

        private Retry afterPauses() {
            return Retry.backoff(Long.MAX_VALUE, firstPause)
                    .maxBackoff(LONGEST_PAUSE)
                    .transientErrors(true)
                    .scheduler(asking)
                    .doBeforeRetry(it -> trouble.happened(getName(), it.failure(), it.totalRetriesInARow() + 1));
        }

        private boolean hasEnded() {
            return Boolean.TRUE.equals(end.scan(Scannable.Attr.TERMINATED));
        }

        @Override
        public MailQueueName getName() {
            return queue.getName();
        }

        @Override
        public void enQueue(Mail mail, Duration delay) throws MailQueueException {
            queue.enQueue(mail, delay);
        }

        @Override
        public void enQueue(Mail mail) throws MailQueueException {
            queue.enQueue(mail);
        }

        @Override
        public Publisher<Void> enqueueReactive(Mail mail) {
            return queue.enqueueReactive(mail);
        }

        @Override
        public void close() throws IOException {
            queue.close();
        }
    }
}
