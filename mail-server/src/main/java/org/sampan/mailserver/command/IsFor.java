package org.sampan.mailserver.command;

import java.util.Arrays;
import java.util.Locale;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.base.GenericRecipientMatcher;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.post.PostAttributes;

/** The mail is for the role address of this name: {@code IsFor=join}. */
public final class IsFor extends GenericRecipientMatcher {
    @SuppressWarnings("NullAway.Init") // James calls init before anything else
    private Role role;

    @Override
    public void init() throws MessagingException {
        String condition = getCondition() == null ? "" : getCondition().strip();
        role = Arrays.stream(Role.values())
                .filter(it -> it.name().equals(condition.toUpperCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new MessagingException("IsFor=" + condition + ": there is no such role"));
    }

    @Override
    public boolean matchRecipient(MailAddress recipient) {
        return PostAttributes.address(recipient)
                .flatMap(RoleAddress::parse)
                .flatMap(RoleAddress::role)
                .filter(role::equals)
                .isPresent();
    }
}
