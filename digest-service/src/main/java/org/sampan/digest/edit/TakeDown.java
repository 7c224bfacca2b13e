package org.sampan.digest.edit;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Takedown;
import org.sampan.digest.clipping.Takedowns;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Finality;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a clipping down for good: its words, files and copies are gone from pages, feeds, editions and the way back of the journal; who
 * did it and why stays. What was mailed is mailed. Who else keeps its words is told by the {@link Takedown}, in the same transaction.
 */
@Component
public class TakeDown {
    private static final String CLIPPING = "clipping";

    private final Takedowns takedowns;
    private final Clippings clippings;
    private final Editions editions;
    private final Journal journal;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    TakeDown(
            Takedowns takedowns,
            Clippings clippings,
            Editions editions,
            Journal journal,
            Clock clock,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.takedowns = takedowns;
        this.clippings = clippings;
        this.editions = editions;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @return false when there is no such clipping, or it is taken down already */
    public boolean takeDown(ClippingId id, String reason, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> {
            Takedown takedown = new Takedown(id, reason, actor.name(), clock.instant());
            List<ClippingId> versions =
                    clippings.versions(id).stream().map(Clipping::id).toList();
            boolean done = takedowns.takeDown(takedown);
            if (done) {
                editions.withdraw(id, versions).forEach(this::forget);
                events.publishEvent(takedown);
                Subject clipping = new Subject(CLIPPING, id.toString());
                journal.forgetBefore(clipping);
                journal.record(new NewDeed(actor, clipping, "taken-down", reason, Finality.DELETED), clock.instant());
            }
            return done;
        }));
    }

    /** What an edition said before may be words of the clipping. */
    private void forget(EditionId edition) {
        journal.forgetBefore(new Subject("edition", edition.toString()));
    }
}
