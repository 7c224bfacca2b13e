package org.sampan.digest.role;

import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.EmailAddress;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.LookedAfter;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.settings.Settings;
import org.springframework.stereotype.Component;

/** Says who is what to a list; asked anew for every page, so that who loses a role is out at once. Safe for many threads. */
@Component
public class Roles {
    private final MailServer mailServer;
    private final Settings settings;

    Roles(MailServer mailServer, Settings settings) {
        this.mailServer = mailServer;
        this.settings = settings;
    }

    /** Whether this is the operator's own address. */
    public boolean isOperator(EmailAddress email) {
        return settings.operator().filter(email.text()::equalsIgnoreCase).isPresent();
    }

    /** Empty for everybody who does not look after the list. */
    public Optional<Role> of(ListAddress list, EmailAddress email) {
        if (isOperator(email)) {
            return Optional.of(Role.OPERATOR);
        }
        return lookedAfterBy(email).stream()
                .filter(it -> it.list().equals(list))
                .map(it -> it.role() == LookedAfter.Role.OWNER ? Role.OWNER : Role.MODERATOR)
                .findFirst();
    }

    /** The lists somebody owns or moderates, by address; of the operator, only those that name the address. */
    public List<LookedAfter> lookedAfterBy(EmailAddress email) {
        return mailServer.lookedAfterBy(email);
    }

    /** Whether somebody has anything to look after. */
    public boolean looksAfterAny(EmailAddress email) {
        return isOperator(email) || !lookedAfterBy(email).isEmpty();
    }
}
