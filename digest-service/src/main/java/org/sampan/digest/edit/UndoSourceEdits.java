package org.sampan.digest.edit;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.edit.EditSources.Declared;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Undoing;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.Sources;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Takes back what was done to sources, as long as they are still as that left them. What was collected stays. */
@Component
final class UndoSourceEdits implements Undoing {
    private final Sources sources;
    private final JsonMapper json;

    UndoSourceEdits(Sources sources, JsonMapper json) {
        this.sources = sources;
        this.json = json;
    }

    @Override
    public String kind() {
        return EditSources.KIND;
    }

    @Override
    public Optional<NewDeed> undo(Deed deed, Actor actor) {
        String before = deed.content().before().orElseThrow();
        return switch (deed.content().what()) {
            case EditSources.ADDED ->
                back(deed, actor, EditSources.REMOVED, before)
                        .filter(it -> remove(json.readValue(before, NewSource.class)));
            case EditSources.REMOVED ->
                back(deed, actor, EditSources.ADDED, before).filter(it -> add(json.readValue(before, NewSource.class)));
            case EditSources.REMOVED_ALL -> addAll(deed, List.of(json.readValue(before, NewSource[].class)), actor);
            case EditSources.IMPORTED -> removeAll(deed, List.of(json.readValue(before, NewSource[].class)), actor);
            default -> changeBack(deed, json.readValue(before, Declared.class), actor);
        };
    }

    private static Optional<NewDeed> back(Deed deed, Actor actor, String what, String before) {
        return Optional.of(new NewDeed(
                actor, deed.content().subject(), what, deed.content().detail(), before));
    }

    private Optional<NewDeed> removeAll(Deed deed, List<NewSource> all, Actor actor) {
        List<NewSource> removed = all.stream().filter(this::remove).toList();
        return back(deed, actor, EditSources.REMOVED_ALL, json.writeValueAsString(removed))
                .filter(it -> !removed.isEmpty());
    }

    private Optional<NewDeed> addAll(Deed deed, List<NewSource> all, Actor actor) {
        List<NewSource> added = all.stream().filter(this::add).toList();
        return back(deed, actor, EditSources.IMPORTED, json.writeValueAsString(added))
                .filter(it -> !added.isEmpty());
    }

    private Optional<NewDeed> changeBack(Deed deed, Declared declared, Actor actor) {
        String reversed = json.writeValueAsString(new Declared(declared.after(), declared.before()));
        return back(deed, actor, EditSources.CHANGED, reversed)
                .filter(it -> still(declared.after())
                        .filter(source -> sources.change(source.id(), declared.before()))
                        .isPresent());
    }

    private boolean add(NewSource source) {
        boolean gone = sources.findUrl(source.url()).isEmpty();
        return gone && sources.add(source).declared().equals(source);
    }

    private boolean remove(NewSource source) {
        return still(source).filter(it -> sources.remove(it.id())).isPresent();
    }

    private Optional<Source> still(NewSource declared) {
        return sources.findUrl(declared.url()).filter(it -> it.declared().equals(declared));
    }
}
