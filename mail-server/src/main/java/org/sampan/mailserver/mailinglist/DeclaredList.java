package org.sampan.mailserver.mailinglist;

import java.util.Set;

/** A list the operator wants to be there from the first start. */
public record DeclaredList(
        ListSettings settings, Set<EmailAddress> owners, Set<EmailAddress> moderators, Set<AddressPattern> banned) {
    public DeclaredList {
        owners = Set.copyOf(owners);
        moderators = Set.copyOf(moderators);
        banned = Set.copyOf(banned);
    }
}
