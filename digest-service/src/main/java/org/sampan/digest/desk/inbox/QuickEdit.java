package org.sampan.digest.desk.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edit.BadEdit;
import org.sampan.digest.edit.Change;
import org.sampan.digest.edit.EditClipping;
import org.sampan.digest.edit.PutIntoEdition;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.DeedId;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.Subject;
import org.springframework.stereotype.Component;

/** What one button does to a clipping. */
@Component
final class QuickEdit {
    private final EditClipping editClipping;
    private final PutIntoEdition putIntoEdition;
    private final Journal journal;

    QuickEdit(EditClipping editClipping, PutIntoEdition putIntoEdition, Journal journal) {
        this.editClipping = editClipping;
        this.putIntoEdition = putIntoEdition;
        this.journal = journal;
    }

    /**
     * As forms send it.
     *
     * @param act the button: omit, readmit, kind, country, change (both), put
     * @param back the page it stands on
     */
    record Wanted(
            Optional<String> act,
            Optional<String> kind,
            Optional<String> country,
            Optional<String> series,
            Optional<String> back) {}

    /**
     * What came of it.
     *
     * @param what a word of {@link DoneNote}
     * @param undo the deed that can be taken back
     */
    record Outcome(String what, Optional<DeedId> undo) {}

    Outcome perform(ClippingId id, Wanted wanted, Actor actor) {
        Optional<DeedId> before = latest(id);
        String what = what(id, wanted, actor);
        return new Outcome(what, latest(id).filter(deed -> !before.equals(Optional.of(deed))));
    }

    private String what(ClippingId id, Wanted wanted, Actor actor) {
        try {
            return switch (wanted.act().orElse("")) {
                case "omit" -> edited(id, "omitted", actor, new Change("omitted", Optional.of("true")));
                case "readmit" -> edited(id, "readmitted", actor, new Change("omitted", Optional.of("false")));
                case "kind", "country", "change" -> edited(id, "changed", actor, changes(wanted));
                case "put" -> put(id, wanted.series().orElse(""), actor);
                default -> "none";
            };
        } catch (BadEdit bad) {
            return bad.field().equals("state") ? "sent" : "none";
        }
    }

    private String edited(ClippingId id, String what, Actor actor, Change... changes) {
        return editClipping.edit(id, List.of(changes), actor).isPresent() ? what : "none";
    }

    private static Change[] changes(Wanted wanted) {
        List<Change> changes = new ArrayList<>();
        wanted.kind()
                .filter(kind -> !wanted.act().equals(Optional.of("country")))
                .ifPresent(kind -> changes.add(new Change("kind", Optional.of(kind))));
        wanted.country()
                .filter(country -> !wanted.act().equals(Optional.of("kind")))
                .ifPresent(country -> changes.add(new Change("country", Optional.of(country))));
        return changes.toArray(Change[]::new);
    }

    private String put(ClippingId id, String series, Actor actor) {
        PutIntoEdition.Outcome outcome = putIntoEdition.put(id, series, actor);
        if (outcome == PutIntoEdition.Outcome.PUT) {
            edited(id, "put", actor, new Change("omitted", Optional.of("false")));
        }
        return outcome == PutIntoEdition.Outcome.GONE
                ? "none"
                : outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<DeedId> latest(ClippingId id) {
        return journal.of(new Subject("clipping", id.toString()), 1).stream()
                .filter(Deed::canBeUndone)
                .map(Deed::id)
                .findFirst();
    }
}
