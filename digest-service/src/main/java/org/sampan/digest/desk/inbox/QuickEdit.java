package org.sampan.digest.desk.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edit.BadEdit;
import org.sampan.digest.edit.Change;
import org.sampan.digest.edit.EditClipping;
import org.sampan.digest.edit.EditEdition;
import org.sampan.digest.edit.PutIntoEdition;
import org.sampan.digest.edition.Editions;
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
    private final Editions editions;
    private final Journal journal;

    QuickEdit(EditClipping editClipping, PutIntoEdition putIntoEdition, Editions editions, Journal journal) {
        this.editClipping = editClipping;
        this.putIntoEdition = putIntoEdition;
        this.editions = editions;
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
     * @param undo the deeds that can be taken back
     */
    record Outcome(String what, List<DeedId> undo) {}

    Outcome perform(ClippingId id, Wanted wanted, Actor actor) {
        List<Subject> subjects = subjects(id, wanted);
        List<DeedId> before = latest(subjects);
        String what = what(id, wanted, actor);
        return new Outcome(
                what,
                latest(subjects).stream().filter(deed -> !before.contains(deed)).toList());
    }

    /** What the button may change: the clipping, and the draft it is put into. */
    private List<Subject> subjects(ClippingId id, Wanted wanted) {
        List<Subject> subjects = new ArrayList<>(List.of(new Subject("clipping", id.toString())));
        wanted.series()
                .filter(series -> wanted.act().equals(Optional.of("put")))
                .flatMap(editions::unfinished)
                .ifPresent(draft -> subjects.add(EditEdition.subject(draft.id())));
        return subjects;
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

    private List<DeedId> latest(List<Subject> subjects) {
        return subjects.stream()
                .flatMap(subject -> journal.of(subject, 1).stream())
                .filter(Deed::canBeUndone)
                .map(Deed::id)
                .toList();
    }
}
