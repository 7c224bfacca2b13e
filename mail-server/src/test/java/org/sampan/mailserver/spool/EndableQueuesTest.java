package org.sampan.mailserver.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.codahale.metrics.MetricRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.mail.MessagingException;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.mailetcontainer.impl.JamesMailSpooler;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryPath;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.mailrepository.api.Protocol;
import org.apache.james.mailrepository.memory.MemoryMailRepository;
import org.apache.james.metrics.api.NoopGaugeRegistry;
import org.apache.james.metrics.dropwizard.DropWizardMetricFactory;
import org.apache.james.queue.activemq.ActiveMQMailQueueFactory;
import org.apache.james.queue.activemq.metric.ActiveMQMetricCollectorNoop;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** James's own spooler on the real queue, stopped with a mail in hand. */
class EndableQueuesTest {
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final CountDownLatch inHand = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @Test
    void mailInHandIsFinishedAndTheOthersStay(@TempDir Path folder) throws Exception {
        try (Broker broker = Broker.open(Optional.empty(), folder)) {
            EndableQueues queues = queues(broker);
            for (String name : List.of("one", "two", "three")) {
                put(queues, name);
            }
            JamesMailSpooler spooler = spooler(queues);
            spooler.init();
            inHand.await();

            queues.end();
            go.countDown();
            await().until(() -> spooler.getCurrentSpoolCount() == 0);
            spooler.dispose();

            assertThat(read).containsExactly("The boat leaves at six.");
            assertThat(new Spool(broker).depth()).isEqualTo(2);
        }
    }

    private static EndableQueues queues(Broker broker) {
        ActiveMQMailQueueFactory queues = new ActiveMQMailQueueFactory(
                broker.connections(),
                new RawMailQueueItemDecoratorFactory(),
                new DropWizardMetricFactory(new MetricRegistry()),
                new NoopGaugeRegistry(),
                new ActiveMQMetricCollectorNoop());
        queues.setUseBlobMessages(false);
        queues.setUseJMX(false);
        queues.init();
        return new EndableQueues(queues);
    }

    private static void put(EndableQueues queues, String name) throws MessagingException {
        MailImpl mail =
                MailImpl.builder().name(name).sender("alice@harbour.example").build();
        try {
            mail.setMessageContent(MimeMessageInputStreamSource.create(
                    name,
                    new ByteArrayInputStream(
                            "Subject: Boats\r\n\r\nThe boat leaves at six.".getBytes(StandardCharsets.US_ASCII))));
            queues.createQueue(MailQueueFactory.SPOOL).enQueue(mail);
        } finally {
            LifecycleUtil.dispose(mail);
        }
    }

    private JamesMailSpooler spooler(EndableQueues queues) {
        JamesMailSpooler spooler = new JamesMailSpooler(
                new DropWizardMetricFactory(new MetricRegistry()),
                new NoopGaugeRegistry(),
                this::work,
                new OneRepository(),
                queues);
        spooler.configure(new JamesMailSpooler.Configuration(1, MailRepositoryUrl.from("memory://var/mail/error")));
        return spooler;
    }

    private void work(Mail mail) throws MessagingException {
        inHand.countDown();
        try {
            go.await();
            read.add(String.valueOf(mail.getMessage().getContent()).strip());
        } catch (IOException | InterruptedException cutOff) {
            throw new MessagingException("cut off", cutOff);
        }
    }

    private static final class OneRepository implements MailRepositoryStore {
        private final MailRepository errors = new MemoryMailRepository();

        @Override
        public MailRepository select(MailRepositoryUrl url) {
            return errors;
        }

        @Override
        public Optional<Protocol> defaultProtocol() {
            return Optional.empty();
        }

        @Override
        public Optional<MailRepository> get(MailRepositoryUrl url) {
            return Optional.of(errors);
        }

        @Override
        public Stream<MailRepository> getByPath(MailRepositoryPath path) {
            return Stream.of(errors);
        }

        @Override
        public Stream<MailRepositoryUrl> getUrls() {
            return Stream.empty();
        }
    }
}
