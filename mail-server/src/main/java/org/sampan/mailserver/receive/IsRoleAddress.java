package org.sampan.mailserver.receive;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.core.MailAddress;
import org.apache.mailet.base.GenericRecipientMatcher;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.post.PostAttributes;

/** The mail is for one of the roles named in the condition: {@code IsRoleAddress=join,leave}. */
public final class IsRoleAddress extends GenericRecipientMatcher {
    private final Addressees addressees;
    private final Set<Role> roles = EnumSet.noneOf(Role.class);

    @Inject
    public IsRoleAddress(Addressees addressees) {
        this.addressees = addressees;
    }

    @Override
    public void init() throws MessagingException {
        String condition = getCondition();
        if (condition == null) {
            throw new MessagingException("IsRoleAddress: name roles, as in IsRoleAddress=join,leave");
        }
        try {
            Arrays.stream(condition.split(","))
                    .map(it -> Role.valueOf(it.strip().toUpperCase(Locale.ROOT)))
                    .forEach(roles::add);
        } catch (IllegalArgumentException unknown) {
            throw new MessagingException("IsRoleAddress=" + condition + ": not all of these are roles", unknown);
        }
    }

    @Override
    public boolean matchRecipient(MailAddress recipient) {
        return PostAttributes.address(recipient)
                .map(addressees::of)
                .filter(it -> it instanceof Addressee.ToRole role && roles.contains(role.role()))
                .isPresent();
    }
}
