package org.sampan.digest.edit;

import java.util.Optional;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Undoing;
import org.sampan.digest.statement.StatementId;
import org.springframework.stereotype.Component;

/** Takes back what was written in a statement, piece by piece, and a withdrawal that nobody was told of. */
@Component
class UndoStatement implements Undoing {
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

    @Override
    public Optional<NewDeed> undo(Deed deed, Actor actor) {
        StatementId id = new StatementId(Long.parseLong(deed.content().subject().key()));
        String before = deed.content().before().orElseThrow();
        return deed.content().what().equals(DecideStatement.WITHDRAWN)
                ? decide.unwithdraw(id, before, actor)
                : edit.undo(
                        id, EditStatement.Undo.fromJson(before), deed.content().what(), actor);
    }
}
