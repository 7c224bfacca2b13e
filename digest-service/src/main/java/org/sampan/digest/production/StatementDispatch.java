package org.sampan.digest.production;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.sampan.digest.render.RenderStatement;
import org.sampan.digest.send.FollowStatement;
import org.sampan.digest.send.SendStatement;
import org.sampan.digest.send.SendStatement.Ready;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.CheckCodes;
import org.sampan.digest.statement.Handover;
import org.sampan.digest.statement.Handovers;
import org.sampan.digest.statement.MailId;
import org.sampan.digest.statement.PublicStatements;
import org.sampan.digest.statement.SecondPerson;
import org.sampan.digest.statement.State;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.StatementLinks;
import org.sampan.digest.statement.StatementTraces;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Statements;
import org.sampan.digest.statement.VersionId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Sends statements, one sender at a time on all nodes together: at once when somebody says so, and every half minute
 * those whose embargo has ended and those that the mail server could not take. Then looks what became of them there.
 */
@Component
public class StatementDispatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(StatementDispatch.class);
    private static final String LOCK = "statements";
    private static final Duration EVERY = Duration.ofSeconds(30);

    private final Store store;
    private final SecondPerson secondPerson;
    private final Mails mails;
    private final RunLock locks;
    private final Clock clock;
    private final Lookout lookout = new Lookout("statements-wait", this::look);

    StatementDispatch(Store store, SecondPerson secondPerson, Mails mails, RunLock locks, Clock clock) {
        this.store = store;
        this.secondPerson = secondPerson;
        this.mails = mails;
        this.locks = locks;
        this.clock = clock;
    }

    /** What is known of statements and their way. */
    @Component
    record Store(Statements statements, Handovers handovers, StatementTraces traces) {}

    /** How a statement's mail is made and sent. */
    @Component
    record Mails(
            RenderStatement render,
            SendStatement send,
            FollowStatement follow,
            PublicStatements published,
            CheckCodes codes,
            Settings settings) {
        void send(Statement statement, MailId mail) {
            URI web = settings.web().url();
            StatementLinks links = StatementLinks.of(published.pageOf(statement, web), web, codes.of(mail));
            Instant date = date(statement, mail);
            if (mail.isWithdrawal()) {
                send.send(new Ready(mail, render.renderWithdrawal(statement, links), List.of(), date));
            } else {
                StatementVersion version = statement.version(mail.number()).orElseThrow();
                send.send(new Ready(
                        mail,
                        render.render(statement, version, links),
                        version.content().files(),
                        date));
            }
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        lookout.begin(Duration.ofSeconds(1), EVERY);
    }

    /** Soon, in the background. */
    public void wake() {
        lookout.again(Duration.ZERO);
    }

    /** Returns when each of its lists that waits was tried once. */
    public void send(StatementId id) {
        try (RunLock.Held held = locks.acquire(LOCK)) {
            store.handovers().waiting().stream()
                    .filter(mail -> mail.statement().equals(id))
                    .forEach(this::send);
        }
    }

    private void look() {
        try (RunLock.Held held = locks.acquire(LOCK)) {
            store.statements().sending().forEach(id -> attempt(id.mail(), () -> finish(id)));
            store.statements().due(clock.instant()).forEach(id -> attempt(id.mail(), () -> beginToSend(id)));
            store.handovers().waiting().forEach(mail -> attempt(mail, () -> send(mail)));
            store.traces()
                    .untraced()
                    .forEach(id -> attempt(id.mail(), () -> store.traces().keep(find(id))));
            store.handovers().unfollowed().forEach(mail -> attempt(mail, () -> follow(mail)));
            // What is to be stopped must not wait for the next time: the mail server may not know the post yet.
            if (!store.handovers().stopping().isEmpty()) {
                lookout.again(Duration.ofSeconds(1));
            }
        }
    }

    /** What is wrong with one holds up no other. */
    private static void attempt(MailId mail, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException failure) {
            LOGGER.warn("event=statement-waits statement={} reason=\"{}\"", mail, failure.getMessage());
        }
    }

    private void follow(MailId mail) {
        Statement statement = store.statements().find(mail.statement()).orElseThrow();
        mails.follow().follow(mail, date(statement, mail));
    }

    /** The same however often it is sent. */
    private static Instant date(Statement statement, MailId mail) {
        return mail.isWithdrawal()
                ? statement.withdrawal().orElseThrow().at()
                : statement
                        .version(mail.number())
                        .flatMap(StatementVersion::begunAt)
                        .orElseThrow();
    }

    /** A list may have come to ask for a second person since. */
    private void beginToSend(VersionId id) {
        StatementVersion version = find(id);
        if (secondPerson.isSatisfiedBy(version)) {
            store.statements().begin(version.begun(clock.instant()));
        } else {
            store.statements().change(version.in(State.WAITING));
            LOGGER.warn("event=statement-not-approved statement={}", id.mail());
        }
    }

    private void send(MailId mail) {
        Statement statement = store.statements().find(mail.statement()).orElseThrow();
        mails.send(statement, mail);
        if (!mail.isWithdrawal()) {
            finish(mail.version());
        }
    }

    /** When no list waits any more; unless it was stopped meanwhile. */
    private void finish(VersionId id) {
        boolean open = store.handovers().of(id.mail()).stream().anyMatch(Handover::isWaiting);
        StatementVersion version = find(id);
        if (!open && version.state() == State.SENDING) {
            store.statements().change(version.finished(State.SENT, clock.instant()));
        }
    }

    private StatementVersion find(VersionId id) {
        return store.statements()
                .find(id.statement())
                .flatMap(it -> it.version(id.number()))
                .orElseThrow();
    }

    @Override
    public void close() {
        lookout.close();
    }
}
