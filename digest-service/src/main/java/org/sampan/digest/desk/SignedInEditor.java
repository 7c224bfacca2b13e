package org.sampan.digest.desk;

import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.EmailAddress;

/** The editor whose browser asks. Pages under {@code /desk} take one as a parameter; nobody else gets there. */
public record SignedInEditor(EmailAddress email) {
    public Actor actor() {
        return new Actor(email.text());
    }
}
