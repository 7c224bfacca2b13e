package org.sampan.digest.desk;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.DeedId;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Undoing;
import org.springframework.stereotype.Component;

/** Takes deeds back, whatever they were done to, and says so in the journal. */
@Component
public class TakeBack {
    private final Journal journal;
    private final Map<String, Undoing> undoings;
    private final Clock clock;

    TakeBack(Journal journal, List<Undoing> undoings, Clock clock) {
        this.journal = journal;
        this.undoings = undoings.stream().collect(Collectors.toMap(Undoing::kind, Function.identity()));
        this.clock = clock;
    }

    /** Once, however often it is asked for; false when something has come over it, or there is nothing to take back. */
    public boolean takeBack(DeedId id, Actor actor) {
        Optional<Deed> deed = journal.find(id).filter(Deed::canBeUndone);
        Optional<NewDeed> undone = deed.flatMap(
                it -> Optional.ofNullable(undoings.get(it.content().subject().kind()))
                        .flatMap(undoing -> undoing.undo(it, actor)));
        undone.ifPresent(done -> journal.markUndone(id, journal.record(done, clock.instant())));
        return undone.isPresent();
    }
}
