package org.sampan.digest.edit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edit.EditionAspects.Changed;
import org.sampan.digest.edit.EditionEdit.Arrange;
import org.sampan.digest.edition.Approvals;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.EditionState;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.OwnWords;
import org.sampan.digest.edition.Period;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.Finality;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Undoing;
import org.springframework.stereotype.Component;

/** Takes back what was done to a draft, each part of it as long as nothing has come over that part since; and its approval. */
@Component
final class UndoEditionEdits implements Undoing {
    private final Editions editions;
    private final Approvals approvals;
    private final EditionChanges changes;
    private final EditionAspects aspects;
    private final Clock clock;

    UndoEditionEdits(
            Editions editions, Approvals approvals, EditionChanges changes, EditionAspects aspects, Clock clock) {
        this.editions = editions;
        this.approvals = approvals;
        this.changes = changes;
        this.aspects = aspects;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return EditEdition.KIND;
    }

    @Override
    public Optional<NewDeed> undo(Deed deed, Actor actor) {
        EditionId id = id(deed.content().subject().key());
        String before = deed.content().before().orElseThrow();
        return switch (deed.content().what()) {
            case ThrownAway.WHAT -> bringBack(id, aspects.readThrownAway(before), actor);
            case EditEdition.MADE, EditEdition.BROUGHT_BACK -> throwAway(id, Instant.parse(before), actor);
            case EditEdition.APPROVED -> disapprove(deed, id, actor);
            default ->
                takeBack(id, aspects.read(before), actor)
                        .map(back -> new NewDeed(
                                actor,
                                deed.content().subject(),
                                "undone",
                                deed.content().detail(),
                                back));
        };
    }

    /** @param dated tells the draft from a later one that has its number */
    private Optional<NewDeed> throwAway(EditionId id, Instant dated, Actor actor) {
        return editions.find(id)
                .filter(draft -> draft.datedAt().equals(dated))
                .filter(draft -> editions.remove(id))
                .map(draft -> aspects.thrownAway(draft, actor));
    }

    /** Only who gave the approval may take it back, or the operator. */
    private Optional<NewDeed> disapprove(Deed approved, EditionId id, Actor actor) {
        Actor by = approved.content().actor();
        boolean may = (actor.equals(by) || actor.equals(Actor.OPERATOR))
                && editions.find(id).filter(it -> it.state().isDraft()).isPresent()
                && approvals
                        .find(id)
                        .filter(it -> it.by().equals(by.name())
                                && approved.content().before().equals(Optional.of(it.of())))
                        .isPresent();
        if (may) {
            approvals.takeBack(id);
        }
        return Optional.of(new NewDeed(
                        actor, approved.content().subject(), "approval-taken-back", "", Finality.TAKEN_BACK))
                .filter(done -> may);
    }

    private static EditionId id(String key) {
        int slash = key.lastIndexOf('/');
        return new EditionId(key.substring(0, slash), Integer.parseInt(key.substring(slash + 1)));
    }

    private Optional<String> takeBack(EditionId id, Map<String, Changed> done, Actor actor) {
        Map<String, Changed> back = new TreeMap<>();
        done.forEach((part, changed) -> back.put(part, changed.reversed()));
        try {
            return editions.change(id, now -> backed(now, done, back), by(actor))
                    .map(it -> aspects.write(back));
        } catch (BadEdit cannot) {
            return Optional.empty();
        }
    }

    private Edition.LastChange by(Actor actor) {
        return new Edition.LastChange(actor.name(), clock.instant());
    }

    private Edition backed(Edition now, Map<String, Changed> done, Map<String, Changed> back) {
        if (!aspects.areAfter(done, now)) {
            throw new BadEdit("state", "something came after it");
        }
        Edition changed = now;
        for (Map.Entry<String, Changed> part : back.entrySet()) {
            changed = aspects.with(changed, part.getKey(), part.getValue());
        }
        Edition worded = changed;
        return aspects.sections(back)
                .map(sections -> changes.apply(worded, List.of(new Arrange(sections))))
                .orElse(worded);
    }

    private Optional<NewDeed> bringBack(EditionId id, ThrownAway draft, Actor actor) {
        Edition bare = bare(id, draft, actor);
        try {
            Edition whole = changes.apply(bare, List.of(new Arrange(draft.sections())));
            return editions.restore(whole)
                    ? Optional.of(new NewDeed(
                            actor,
                            EditEdition.subject(id),
                            EditEdition.BROUGHT_BACK,
                            draft.title(),
                            draft.datedAt().toString()))
                    : Optional.empty();
        } catch (BadEdit cannot) {
            return Optional.empty();
        }
    }

    private Edition bare(EditionId id, ThrownAway draft, Actor actor) {
        Map<ClippingId, OwnWords> words = new HashMap<>();
        draft.ownWords().forEach((clipping, own) -> words.put(new ClippingId(clipping), own));
        return new Edition(
                id,
                draft.title(),
                new Period(draft.since(), draft.until()),
                draft.introduction(),
                List.of(),
                draft.translations(),
                words,
                EditionState.COMPILED,
                by(actor),
                draft.datedAt(),
                Optional.empty(),
                Optional.empty());
    }
}
