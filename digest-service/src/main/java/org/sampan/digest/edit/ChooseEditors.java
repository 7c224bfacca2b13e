package org.sampan.digest.edit;

import java.time.Clock;
import java.util.Optional;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Deed;
import org.sampan.digest.journal.Journal;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.journal.Undoing;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.newsroom.Editor;
import org.sampan.digest.newsroom.Editors;
import org.springframework.stereotype.Component;

/** Lets people into the newsroom and out; each time it stands in the journal, and can be taken back. */
@Component
public class ChooseEditors implements Undoing {
    private static final String KIND = "editor";
    private static final String ADDED = "added";
    private static final String REMOVED = "removed";

    private final Editors editors;
    private final Journal journal;
    private final Clock clock;

    ChooseEditors(Editors editors, Journal journal, Clock clock) {
        this.editors = editors;
        this.journal = journal;
        this.clock = clock;
    }

    /** The editor it makes of them; empty when they are one already. */
    public Optional<Editor> letIn(EmailAddress email, Actor actor) {
        Editor editor = new Editor(email, actor.name(), clock.instant());
        if (!editors.add(editor)) {
            return Optional.empty();
        }
        journal.record(deed(email, ADDED, actor), clock.instant());
        return Optional.of(editor);
    }

    /** False when they were none. */
    public boolean remove(EmailAddress email, Actor actor) {
        boolean removed = editors.remove(email);
        if (removed) {
            journal.record(deed(email, REMOVED, actor), clock.instant());
        }
        return removed;
    }

    /** The address is all that undoing needs. */
    private static NewDeed deed(EmailAddress email, String what, Actor actor) {
        return new NewDeed(actor, new Subject(KIND, email.text()), what, "", email.text());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Optional<NewDeed> undo(Deed deed, Actor actor) {
        EmailAddress email = new EmailAddress(deed.content().before().orElseThrow());
        return deed.content().what().equals(ADDED)
                ? Optional.of(deed(email, REMOVED, actor)).filter(it -> editors.remove(email))
                : Optional.of(deed(email, ADDED, actor))
                        .filter(it -> editors.add(new Editor(email, actor.name(), clock.instant())));
    }
}
