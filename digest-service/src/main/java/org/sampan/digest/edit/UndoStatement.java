package org.sampan.digest.edit;

import java.util.Optional;
import java.util.Set;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Undoing;
import org.sampan.digest.statement.StatementId;
import org.springframework.stereotype.Component;

/**
 * Takes back what was written in a statement, piece by piece, what was decided about it before anything was sent, and a
 * withdrawal that nobody was told of.
 */
@Component
class UndoStatement implements Undoing {
    private static final Set<String> JUDGEMENTS = Set.of("approved", "rejected");

    private final EditStatement edit;
    private final DecideStatement decide;

    UndoStatement(EditStatement edit, DecideStatement decide) {
        this.edit = edit;
        this.decide = decide;
    }

    @Override
    public String kind() {
        return EditStatement.KIND;
    }

    /** Nobody but who said it takes back a second person's yes or no, or the operator. */
    private static boolean isAnothers(Deed deed, Actor actor) {
        return JUDGEMENTS.contains(deed.content().what())
                && !actor.equals(deed.content().actor())
                && !actor.equals(Actor.OPERATOR);
    }

    @Override
    public Optional<NewDeed> undo(Deed deed, Actor actor) {
        StatementId id = new StatementId(Long.parseLong(deed.content().subject().key()));
        String before = deed.content().before().orElseThrow();
        String what = deed.content().what();
        if (DecideStatement.BETWEEN_PEOPLE.contains(what)) {
            return isAnothers(deed, actor) ? Optional.empty() : decide.undecide(id, Decision.fromJson(before), actor);
        }
        return switch (what) {
            case EditStatement.BEGUN, DecideStatement.CORRECTION -> decide.unbegin(id, Integer.parseInt(before), actor);
            case DecideStatement.WITHDRAWN -> decide.unwithdraw(id, before, actor);
            default -> edit.undo(id, EditStatement.Undo.fromJson(before), what, actor);
        };
    }
}
