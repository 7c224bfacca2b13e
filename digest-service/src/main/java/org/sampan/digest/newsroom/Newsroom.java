package org.sampan.digest.newsroom;

import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;

/** Whom the newsroom's door opens to: its editors, and the operator, who may always come in. Asked anew each time. */
@Component
public class Newsroom {
    private final Editors editors;
    private final Settings settings;

    Newsroom(Editors editors, Settings settings) {
        this.editors = editors;
        this.settings = settings;
    }

    public boolean isOpenTo(EmailAddress email) {
        return settings.operator().filter(email.text()::equalsIgnoreCase).isPresent() || editors.has(email);
    }
}
