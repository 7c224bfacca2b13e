package org.sampan.digest.production;

import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.Journal;
import org.springframework.stereotype.Component;

/** Who was the last to change what an edition says: the edition, or a clipping in it. */
@Component
final class LastEditor {
    private final Journal journal;

    LastEditor(Journal journal) {
        this.journal = journal;
    }

    String of(Edition edition) {
        Optional<Deed> clipping = journal.latest(
                "clipping",
                edition.clippingIds().stream().map(ClippingId::toString).toList());
        return clipping.filter(deed -> deed.at().isAfter(edition.lastChange().at()))
                .map(deed -> deed.content().actor().name())
                .orElse(edition.lastChange().by());
    }
}
