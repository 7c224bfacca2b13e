package org.sampan.digest.desk.edition;

import java.util.Optional;
import org.sampan.digest.edition.Approval;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.MailServerUnavailable;
import org.sampan.digest.production.RunState;
import org.sampan.digest.production.Runs;
import org.sampan.digest.production.SecondEditor;
import org.springframework.stereotype.Component;

/** Whether an edition may go, for the editor who looks at it. */
@Component
final class Review {
    private final SecondEditor secondEditor;
    private final EditionView view;
    private final Runs runs;

    Review(SecondEditor secondEditor, EditionView view, Runs runs) {
        this.runs = runs;
        this.secondEditor = secondEditor;
        this.view = view;
    }

    /**
     * @param away the mail server does not say whether the list asks for a second person
     * @param mayApprove this editor may be the second person
     * @param seen names what is shown; empty when nobody is asked to approve it
     * @param run the one that waits for an approval or has sent it
     */
    public record Standing(
            boolean away,
            boolean asked,
            Optional<Approval> approval,
            boolean mayApprove,
            String seen,
            Optional<Long> run) {}

    Standing of(DeskEdition shown, Actor actor) {
        Optional<Boolean> asked = asked(shown);
        return new Standing(
                asked.isEmpty(),
                asked.orElse(false),
                secondEditor.approval(shown.series(), shown.edition()),
                secondEditor.mayBe(actor, shown.edition()),
                asked.orElse(false) ? view.fingerprint(shown.series(), shown.edition()) : "",
                run(shown.edition()));
    }

    private Optional<Long> run(Edition edition) {
        return runs.of(edition.id()).stream()
                .filter(it -> !edition.state().isDraft() || it.state() == RunState.WAITING)
                .map(it -> it.id().value())
                .findFirst();
    }

    private Optional<Boolean> asked(DeskEdition shown) {
        try {
            return Optional.of(secondEditor.isAskedFor(shown.series()));
        } catch (MailServerUnavailable away) {
            return Optional.empty();
        }
    }
}
