package org.sampan.digest.edit;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Chooses, orders, words and introduces what an edition carries, as long as it is a draft; the journal says who did. */
@Component
public class EditEdition {
    static final String KIND = "edition";
    /** The deed of starting a draft; before it is the moment the edition is dated. */
    public static final String MADE = "made";
    /** The deed of a second person; before it is what was approved. */
    public static final String APPROVED = "approved";

    static final String BROUGHT_BACK = "brought-back";

    private final Editions editions;
    private final EditionChanges changes;
    private final EditionAspects aspects;
    private final Journal journal;
    private final TransactionTemplate transaction;
    private final Clock clock;

    EditEdition(
            Editions editions,
            EditionChanges changes,
            EditionAspects aspects,
            Journal journal,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.editions = editions;
        this.changes = changes;
        this.aspects = aspects;
        this.journal = journal;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * @return the edition as it is now; empty when there is none
     * @throws BadEdit when it is no draft any more, or something asked for is unfit; nothing is changed then
     */
    public Optional<Edition> edit(EditionId id, List<EditionEdit> edits, Actor actor) {
        return Objects.requireNonNull(transaction.execute(status -> editions.find(id)
                .map(before -> {
                    Edition after = editions.change(id, now -> changes.apply(now, edits), by(actor))
                            .orElseThrow(() -> BadEdit.sent(id));
                    record(before, after, edits, actor);
                    return after;
                })));
    }

    private Edition.LastChange by(Actor actor) {
        return new Edition.LastChange(actor.name(), clock.instant());
    }

    private void record(Edition before, Edition after, List<EditionEdit> edits, Actor actor) {
        Map<String, EditionAspects.Changed> changed = aspects.difference(before, after);
        if (!changed.isEmpty()) {
            String what = edits.size() == 1 ? edits.get(0).what() : "changed";
            String detail = edits.size() == 1
                    ? edits.get(0).detail()
                    : changed.keySet().stream().collect(Collectors.joining(", "));
            journal.record(
                    new NewDeed(actor, subject(after.id()), what, detail, aspects.write(changed)), clock.instant());
        }
    }

    /**
     * Throws a draft away; what it carried is free for another, and the journal can bring it back.
     *
     * @throws BadEdit when it is no draft any more
     */
    public void throwAway(EditionId id, Actor actor) {
        transaction.executeWithoutResult(status -> editions.find(id).ifPresent(draft -> {
            if (!editions.remove(id)) {
                throw BadEdit.sent(id);
            }
            journal.record(aspects.thrownAway(draft, actor), clock.instant());
        }));
    }

    /** How the journal names an edition. */
    public static Subject subject(EditionId id) {
        return new Subject(KIND, id.toString());
    }
}
