package org.sampan.digest.edit;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.journal.Actor;
import org.springframework.stereotype.Component;

/** Puts a clipping at the end of its section in the next edition of a series, whenever it was published. */
@Component
public class PutIntoEdition {
    private final Clippings clippings;
    private final Editions editions;
    private final EditEdition editEdition;

    PutIntoEdition(Clippings clippings, Editions editions, EditEdition editEdition) {
        this.clippings = clippings;
        this.editions = editions;
        this.editEdition = editEdition;
    }

    /** What came of it. */
    public enum Outcome {
        PUT,
        /** There is no edition that waits to be sent: new clippings go into the next one by themselves. */
        NO_DRAFT,
        /** An edition of the series carries it already. */
        CARRIED,
        /** There is no such clipping. */
        GONE
    }

    /** @throws BadEdit when the draft was sent at this very moment */
    public Outcome put(ClippingId id, String series, Actor actor) {
        Optional<Clipping> clipping = clippings.find(id);
        Optional<Edition> draft = editions.unfinished(series);
        if (clipping.isEmpty() || draft.isEmpty()) {
            return draft.isEmpty() ? Outcome.NO_DRAFT : Outcome.GONE;
        }
        if (!editions.carried(series, List.of(id)).isEmpty()) {
            return Outcome.CARRIED;
        }
        editEdition.edit(draft.get().id(), List.of(new EditionEdit.Add(id, Optional.empty())), actor);
        return Outcome.PUT;
    }
}
