package org.sampan.digest.production;

import java.time.Clock;
import org.sampan.digest.edit.EditEdition;
import org.sampan.digest.edition.Approval;
import org.sampan.digest.edition.Approvals;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.Series;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.render.RenderEdition;
import org.springframework.stereotype.Component;

/** Says for a {@link SecondEditor} that an edition may go, and lets runs go on that have waited for that. */
@Component
public class ApproveEdition {
    private final SecondEditor secondEditor;
    private final RenderEdition render;
    private final Approvals approvals;
    private final Conductor conductor;
    private final Journal journal;
    private final Clock clock;

    ApproveEdition(
            SecondEditor secondEditor,
            RenderEdition render,
            Approvals approvals,
            Conductor conductor,
            Journal journal,
            Clock clock) {
        this.secondEditor = secondEditor;
        this.render = render;
        this.approvals = approvals;
        this.conductor = conductor;
        this.journal = journal;
        this.clock = clock;
    }

    /** What came of approving. */
    public enum Answer {
        APPROVED,
        /** It is not what was looked at any more, or is sent. */
        CHANGED,
        /** Who approves was the last to change it. */
        OWN_WORK
    }

    /** @param seen names what was looked at; see {@link RenderEdition#fingerprint} */
    public Answer approve(Series series, Edition edition, String seen, Actor actor) {
        if (!secondEditor.mayBe(actor, edition)) {
            return Answer.OWN_WORK;
        }
        if (!edition.state().isDraft() || !render.fingerprint(series, edition).equals(seen)) {
            return Answer.CHANGED;
        }
        approvals.give(edition.id(), new Approval(seen, actor.name(), clock.instant()));
        journal.record(
                new NewDeed(actor, EditEdition.subject(edition.id()), EditEdition.APPROVED, "", seen), clock.instant());
        conductor.goOnWith(edition.id(), actor);
        return Answer.APPROVED;
    }
}
