package org.sampan.digest.edit;

import java.util.Objects;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Snapshots;
import org.sampan.digest.clipping.Versions;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.Finality;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Undoing;
import org.sampan.digest.link.WatchedLinks;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes back what was done to clippings: exactly that, and only as long as nothing has come over it in the same place. */
@Component
class UndoClippingDeeds implements Undoing {
    private final ClippingDeeds deeds;
    private final Snapshots snapshots;
    private final Versions versions;
    private final WatchedLinks links;
    private final TransactionTemplate transaction;

    UndoClippingDeeds(
            ClippingDeeds deeds,
            Snapshots snapshots,
            Versions versions,
            WatchedLinks links,
            PlatformTransactionManager transactions) {
        this.deeds = deeds;
        this.snapshots = snapshots;
        this.versions = versions;
        this.links = links;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String kind() {
        return ClippingDeeds.KIND;
    }

    @Override
    public Optional<NewDeed> undo(Deed deed, Actor actor) {
        return isTakenBack(deed)
                ? Optional.of(new NewDeed(
                        actor,
                        deed.content().subject(),
                        "undone",
                        deed.content().detail(),
                        Finality.TAKEN_BACK))
                : Optional.empty();
    }

    private boolean isTakenBack(Deed deed) {
        ClippingId id = new ClippingId(Long.parseLong(deed.content().subject().key()));
        Past past = new Past(snapshots, versions, links, deeds.isOnlyEdit(deed));
        try {
            return Objects.requireNonNull(transaction.execute(status -> {
                boolean done = deeds.trace(deed).takeBack(id, past);
                if (!done) {
                    status.setRollbackOnly();
                }
                return done;
            }));
        } catch (DataIntegrityViolationException movedOn) {
            return false;
        }
    }
}
