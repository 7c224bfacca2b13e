package org.sampan.digest.edit;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.Sources;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Adds sources, judges them otherwise and removes them; each time it stands in the journal. */
@Component
public class EditSources {
    static final String KIND = "source";
    static final String ADDED = "added";
    static final String CHANGED = "changed";
    static final String REMOVED = "removed";
    static final String IMPORTED = "imported";
    static final String REMOVED_ALL = "removed-all";

    private final Sources sources;
    private final Journal journal;
    private final JsonMapper json;
    private final Clock clock;

    EditSources(Sources sources, Journal journal, JsonMapper json, Clock clock) {
        this.sources = sources;
        this.journal = journal;
        this.json = json;
        this.clock = clock;
    }

    /** How a source was declared, and how it came to be. */
    record Declared(NewSource before, NewSource after) {}

    /** One that is there already stays as it is, and is answered. */
    public Source add(NewSource source, Actor actor) {
        boolean fresh = sources.findUrl(source.url()).isEmpty();
        Source added = sources.add(source);
        if (fresh) {
            record(source, ADDED, source, actor);
        }
        return added;
    }

    /** Those of a file, which are taken back together; those that are there already stay as they are. */
    public void addAll(List<NewSource> all, String file, Actor actor) {
        List<NewSource> fresh = new ArrayList<>();
        for (NewSource source : all) {
            if (sources.findUrl(source.url()).isEmpty()) {
                fresh.add(sources.add(source).declared());
            }
        }
        if (!fresh.isEmpty()) {
            String before = json.writeValueAsString(fresh);
            String size = String.valueOf(fresh.size());
            journal.record(new NewDeed(actor, new Subject(KIND, file), IMPORTED, size, before), clock.instant());
        }
    }

    /** False when there is no such source. */
    public boolean change(SourceId id, NewSource source, Actor actor) {
        Optional<NewSource> before = sources.find(id).map(Source::declared);
        boolean changed = before.isPresent() && sources.change(id, source);
        if (changed && !before.get().equals(source)) {
            record(source, CHANGED, new Declared(before.get(), source), actor);
        }
        return changed;
    }

    /** What was collected from it stays; false when there is no such source. */
    public boolean remove(SourceId id, Actor actor) {
        Optional<NewSource> before = sources.find(id).map(Source::declared);
        boolean removed = before.isPresent() && sources.remove(id);
        if (removed) {
            record(before.get(), REMOVED, before.get(), actor);
        }
        return removed;
    }

    private void record(NewSource source, String what, Object before, Actor actor) {
        Subject subject = new Subject(KIND, source.url().toString());
        journal.record(new NewDeed(actor, subject, what, "", json.writeValueAsString(before)), clock.instant());
    }
}
