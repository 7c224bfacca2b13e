package org.sampan.digest.edit;

import java.time.Clock;
import java.util.List;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What was done to clippings, in the journal. */
@Component
final class ClippingDeeds {
    static final String KIND = "clipping";
    static final String EDITED = "edited";
    private static final int MOST = 1_000;

    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    ClippingDeeds(Journal journal, JsonMapper json, Clock clock) {
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    void record(Actor actor, ClippingId id, String what, String detail, Trace trace) {
        journal.record(
                new NewDeed(
                        actor,
                        new Subject(KIND, id.toString()),
                        what,
                        detail,
                        json.writerFor(Trace.class).writeValueAsString(trace)),
                clock.instant());
    }

    Trace trace(Deed deed) {
        return json.readValue(deed.content().before().orElseThrow(), Trace.class);
    }

    /** Whether, but for {@code deed}, the desk has changed nothing in the clipping's story that still stands. */
    boolean isOnlyEdit(Deed deed) {
        List<Deed> edits = journal.of(deed.content().subject(), MOST).stream()
                .filter(one -> one.content().what().equals(EDITED))
                .toList();
        return edits.stream().allMatch(one -> one.undone() || one.id().equals(deed.id()))
                && edits.stream().anyMatch(one -> trace(one) instanceof Trace.Edited edited && edited.first());
    }
}
