package org.sampan.digest.production;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sampan.digest.edition.Deliveries;
import org.sampan.digest.edition.Delivery;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.SeriesCatalogue;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.DeliveryProgress;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.mailserver.Post;
import org.sampan.digest.mailserver.PostId;
import org.sampan.digest.mailserver.PostQuery;
import org.sampan.digest.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Follows editions on their way to their readers until it is over, and keeps what the mail server tells. */
@Component
public class DeliveryWatch implements AutoCloseable {
    private static final Logger LOGGER = LoggerFactory.getLogger(DeliveryWatch.class);
    private static final String LOCK = "deliveries of editions";
    private static final Duration EVERY = Duration.ofSeconds(15);
    /** The mail server gives up on a reader before that. */
    private static final Duration LONGEST = Duration.ofDays(7);

    private static final int POSTS = 200;

    private final Runs runs;
    private final Deliveries deliveries;
    private final Editions editions;
    private final SeriesCatalogue catalogue;
    private final MailServer mailServer;
    private final RunLock locks;
    private final Settings settings;
    private final Clock clock;
    private final Lookout lookout = new Lookout("deliveries-not-followed", this::look);

    DeliveryWatch(
            Runs runs,
            Deliveries deliveries,
            Editions editions,
            SeriesCatalogue catalogue,
            MailServer mailServer,
            RunLock locks,
            Settings settings,
            Clock clock) {
        this.runs = runs;
        this.deliveries = deliveries;
        this.editions = editions;
        this.catalogue = catalogue;
        this.mailServer = mailServer;
        this.locks = locks;
        this.settings = settings;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        lookout.begin(EVERY, EVERY);
    }

    private void look() {
        Optional<RunLock.Held> held = locks.tryAcquire(LOCK);
        if (held.isPresent()) {
            try (RunLock.Held mine = held.get()) {
                deliveries.underWay(clock.instant().minus(LONGEST)).forEach(this::attend);
            }
        }
    }

    private void attend(EditionId id) {
        follow(id);
        runs.of(id).stream()
                .filter(run -> run.state() == RunState.DONE)
                .flatMap(run -> runs.stopWanted(run.id()).stream())
                .findFirst()
                .ifPresent(by -> cancel(id, new Actor(by)));
    }

    /** What the mail server tells now, or, when it is away, what it told last. Empty before it knows of the edition. */
    public Optional<Delivery> follow(EditionId id) {
        Optional<Delivery> known = deliveries.find(id);
        if (known.filter(Delivery::isOver).isPresent()) {
            return known;
        }
        try {
            Optional<Delivery> told = list(id).flatMap(list -> ask(id, list, known));
            told.ifPresent(delivery -> deliveries.keep(id, delivery));
            return told.or(() -> known);
        } catch (MailServerUnavailable | MailServerRefused away) {
            return known;
        }
    }

    private Optional<ListAddress> list(EditionId id) {
        return catalogue.find(id.series()).map(series -> ListAddress.of(series.list(), settings.domain()));
    }

    private Optional<Delivery> ask(EditionId id, ListAddress list, Optional<Delivery> known) {
        return known.map(Delivery::post)
                .map(PostId::new)
                .or(() -> post(id, list))
                .flatMap(post -> mailServer.delivery(list, post).map(told -> delivery(post, told)));
    }

    /** Held posts are not in the archive yet. */
    private Optional<PostId> post(EditionId id, ListAddress list) {
        String messageId = id.messageId(settings.domain());
        Optional<Instant> since = editions.find(id).flatMap(Edition::sentAt).map(at -> at.minus(Duration.ofHours(1)));
        return mailServer.posts(list, new PostQuery(Optional.empty(), since, POSTS)).stream()
                .flatMap(page -> page.posts().stream())
                .filter(post -> post.messageId().equals(messageId))
                .map(Post::id)
                .findFirst();
    }

    private Delivery delivery(PostId post, DeliveryProgress told) {
        return new Delivery(
                post.toString(),
                told.state(),
                new Delivery.Figures(
                        told.recipients(), told.sent(), told.deferred(), told.failed(), told.open(), told.cancelled()),
                told.nextDueAt(),
                clock.instant(),
                told.finishedAt());
    }

    /** Calls back the copies that have not left. */
    StopRun.Answer cancel(EditionId id, Actor actor) {
        Optional<Edition> sent =
                editions.find(id).filter(edition -> edition.state().isSent());
        Optional<Delivery> known = sent.flatMap(edition -> follow(id));
        Optional<ListAddress> list = list(id);
        if (sent.isEmpty() || list.isEmpty() || known.filter(Delivery::isOver).isPresent()) {
            return StopRun.Answer.TOO_LATE;
        }
        return known.map(delivery -> cancel(id, list.get(), new PostId(delivery.post()), actor))
                .orElse(StopRun.Answer.KEPT);
    }

    private StopRun.Answer cancel(EditionId id, ListAddress list, PostId post, Actor actor) {
        try {
            Optional<DeliveryProgress> told = mailServer.care().cancelSend(list, post, actor.name());
            told.ifPresent(it -> deliveries.keep(id, delivery(post, it)));
            return told.isPresent() ? StopRun.Answer.STOPPED : StopRun.Answer.KEPT;
        } catch (MailServerRefused tooLate) {
            return StopRun.Answer.TOO_LATE;
        } catch (MailServerUnavailable away) {
            return StopRun.Answer.KEPT;
        }
    }

    @Override
    public void close() {
        lookout.close();
    }
}
