package org.sampan.digest.production;

import java.util.Optional;
import org.sampan.digest.edition.Approval;
import org.sampan.digest.edition.Approvals;
import org.sampan.digest.edition.Edition;
import org.sampan.digest.edition.EditionId;
import org.sampan.digest.edition.Editions;
import org.sampan.digest.edition.Series;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.render.RenderEdition;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;

/**
 * Where a list asks for it, nothing goes before a second person has approved exactly what is sent: not the one who was
 * the last to change it.
 */
@Component
public class SecondEditor {
    private final MailServer mailServer;
    private final RenderEdition render;
    private final Approvals approvals;
    private final Editions editions;
    private final LastEditor lastEditor;
    private final Settings settings;

    SecondEditor(
            MailServer mailServer,
            RenderEdition render,
            Approvals approvals,
            Editions editions,
            LastEditor lastEditor,
            Settings settings) {
        this.mailServer = mailServer;
        this.render = render;
        this.approvals = approvals;
        this.editions = editions;
        this.lastEditor = lastEditor;
        this.settings = settings;
    }

    /** Whether the series' list asks for it. */
    public boolean isAskedFor(Series series) {
        return mailServer
                .list(ListAddress.of(series.list(), settings.domain()))
                .filter(MailingList::asksForSecondPerson)
                .isPresent();
    }

    /** The approval of exactly what the edition says now. */
    public Optional<Approval> approval(Series series, Edition edition) {
        return approvals.find(edition.id()).filter(it -> it.of().equals(render.fingerprint(series, edition)));
    }

    /** Whether this editor may be the second person. */
    public boolean mayBe(Actor actor, Edition edition) {
        return !lastEditor.of(edition).equals(actor.name());
    }

    /** Whether the edition may go as it is now. */
    boolean isContent(Series series, EditionId id) {
        return !isAskedFor(series)
                || editions.findBrief(id)
                        .flatMap(edition -> approval(series, edition))
                        .isPresent();
    }
}
