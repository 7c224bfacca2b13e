package org.sampan.mailserver.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.codahale.metrics.MetricRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import javax.jms.Connection;
import javax.jms.ConnectionFactory;
import javax.jms.JMSException;
import javax.jms.Message;
import javax.jms.Session;
import javax.mail.MessagingException;
import org.apache.james.lifecycle.api.LifecycleUtil;
import org.apache.james.mailetcontainer.api.MailProcessor;
import org.apache.james.mailetcontainer.impl.JamesMailSpooler;
import org.apache.james.mailrepository.api.MailRepository;
import org.apache.james.mailrepository.api.MailRepositoryPath;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.api.MailRepositoryUrl;
import org.apache.james.mailrepository.api.Protocol;
import org.apache.james.mailrepository.memory.MemoryMailRepository;
import org.apache.james.metrics.api.NoopGaugeRegistry;
import org.apache.james.metrics.dropwizard.DropWizardMetricFactory;
import org.apache.james.queue.api.MailQueueFactory;
import org.apache.james.queue.api.RawMailQueueItemDecoratorFactory;
import org.apache.james.server.core.MailImpl;
import org.apache.james.server.core.MimeMessageInputStreamSource;
import org.apache.mailet.Mail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** James's own spooler on the real queue: stopped with a mail in hand, and with a queue that fails. */
class EndableQueuesTest {
    private static final Duration AT_ONCE = Duration.ofMillis(1);

    private final List<String> read = new CopyOnWriteArrayList<>();
    private final CountDownLatch inHand = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);
    private final DequeueTrouble trouble = new DequeueTrouble(Clock.systemUTC());
    private final List<JamesMailSpooler> spoolers = new ArrayList<>();
    private final OneRepository errors = new OneRepository();

    @TempDir
    private Path folder;

    /** After the broker, so that nobody waits for a mail any more. */
    @AfterEach
    void endSpoolers() {
        spoolers.forEach(JamesMailSpooler::dispose);
    }

    @Test
    void mailInHandIsFinishedAndTheOthersStay() throws Exception {
        try (Broker broker = Broker.open(Optional.empty(), folder)) {
            EndableQueues queues = queues(broker.connections());
            for (String name : List.of("one", "two", "three")) {
                put(queues, name);
            }
            JamesMailSpooler spooler = spooler(queues, this::workOnceTold);
            spooler.init();
            inHand.await();

            queues.end();
            go.countDown();
            await().until(() -> spooler.getCurrentSpoolCount() == 0);

            assertThat(read).containsExactly("The boat leaves at six.");
            assertThat(new Spool(broker).depth()).isEqualTo(2);
        }
    }

    @Test
    void queueThatFailsIsAskedAgainUntilItWorks() throws Exception {
        try (Broker broker = Broker.open(Optional.empty(), folder)) {
            BreakableConnections connections = new BreakableConnections(broker.connections());
            EndableQueues queues = queues(connections);
            put(queues, "one");
            connections.breakDown();
            JamesMailSpooler spooler = spooler(queues, this::work);
            spooler.init();
            SpoolHealth health = new SpoolHealth(new Spool(broker), trouble);
            await().until(() -> connections.refused() >= 3);
            assertThatThrownBy(health::check).hasMessageContaining("no mail can be taken from the queue since");
            assertThat(read).isEmpty();

            connections.mend();
            await().until(() -> read.size() == 1);
            health.check();
            queues.end();
        }
    }

    @Test
    void whatIsNoMailIsSetAsideAndTheMailBehindItGoesOn() throws Exception {
        try (Broker broker = Broker.open(Optional.empty(), folder)) {
            putBroken(
                    broker,
                    session -> session.createObjectMessage(
                            "Subject: Broken\r\n\r\nNo recipients.".getBytes(StandardCharsets.US_ASCII)));
            putBroken(broker, session -> session.createTextMessage("not even bytes"));
            EndableQueues queues = queues(broker.connections());
            put(queues, "one");
            JamesMailSpooler spooler = spooler(queues, this::work);
            spooler.init();

            await().until(() -> read.size() == 1);
            await().until(() -> new Spool(broker).depth() == 0);
            assertThat(unreadable().count()).isEqualTo(2);
            assertThat(keptTexts())
                    .anySatisfy(it -> assertThat(it).contains("reason: ", "JAMES_NEXT_DELIVERY: 0", "No recipients."))
                    .anySatisfy(it -> assertThat(it).contains("not even bytes"));
            assertThat(trouble.now()).isEmpty();
            queues.end();
        }
    }

    /** More of them than the spooler has threads. */
    @Test
    void mailsThatOverflowTheStackAreFailuresAndCostNoThread() throws Exception {
        try (Broker broker = Broker.open(Optional.empty(), folder)) {
            EndableQueues queues = queues(broker.connections());
            put(queues, "deep-1");
            put(queues, "deep-2");
            put(queues, "one");
            JamesMailSpooler spooler = spooler(queues, mail -> {
                if (mail.getName().startsWith("deep")) {
                    throw new StackOverflowError();
                }
                work(mail);
            });
            spooler.init();

            await().until(() -> errors.size() == 2);
            await().until(() -> read.size() == 1);
            queues.end();
        }
    }

    private List<String> keptTexts() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("unreadable"))) {
            return files.map(EndableQueuesTest::text).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnreadableMails unreadable() {
        return new UnreadableMails(folder.resolve("unreadable"));
    }

    private EndableQueues queues(ConnectionFactory connections) {
        return new EndableQueues(
                new SpoolQueues(
                        connections,
                        new RawMailQueueItemDecoratorFactory(),
                        new SpoolQueue.Measures(
                                new DropWizardMetricFactory(new MetricRegistry()), new NoopGaugeRegistry()),
                        unreadable()),
                trouble,
                AT_ONCE);
    }

    /** Due now, and without what James writes about a mail. */
    private static void putBroken(Broker broker, Content content) throws JMSException {
        Connection connection = broker.connections().createConnection();
        try {
            connection.start();
            Session session = connection.createSession(false, Session.AUTO_ACKNOWLEDGE);
            Message message = content.in(session);
            message.setLongProperty("JAMES_NEXT_DELIVERY", 0);
            session.createProducer(session.createQueue(MailQueueFactory.SPOOL.asString()))
                    .send(message);
        } finally {
            connection.close();
        }
    }

    private interface Content {
        Message in(Session session) throws JMSException;
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

    private JamesMailSpooler spooler(EndableQueues queues, MailProcessor stages) {
        JamesMailSpooler spooler = new JamesMailSpooler(
                new DropWizardMetricFactory(new MetricRegistry()),
                new NoopGaugeRegistry(),
                new SturdyProcessor(stages),
                errors,
                queues);
        spooler.configure(new JamesMailSpooler.Configuration(1, MailRepositoryUrl.from("memory://var/mail/error")));
        spoolers.add(spooler);
        return spooler;
    }

    private void workOnceTold(Mail mail) throws MessagingException {
        inHand.countDown();
        try {
            go.await();
        } catch (InterruptedException cutOff) {
            throw new MessagingException("cut off", cutOff);
        }
        work(mail);
    }

    private void work(Mail mail) throws MessagingException {
        try {
            read.add(String.valueOf(mail.getMessage().getContent()).strip());
        } catch (IOException e) {
            throw new MessagingException("unread", e);
        }
    }

    private static final class OneRepository implements MailRepositoryStore {
        private final MailRepository errors = new MemoryMailRepository();

        private long size() throws MessagingException {
            return errors.size();
        }

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
