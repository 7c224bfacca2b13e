package org.sampan.digest.mailserver;

import java.util.List;

/** Who looks after a list, by address. */
public record Stewards(List<String> owners, List<String> moderators, List<String> banned) {
    public static final Stewards NOBODY = new Stewards(List.of(), List.of(), List.of());

    public Stewards {
        owners = List.copyOf(owners);
        moderators = List.copyOf(moderators);
        banned = List.copyOf(banned);
    }

    /** Whether this address owns or moderates the list. */
    public boolean include(EmailAddress email) {
        return owners.stream().anyMatch(email.text()::equalsIgnoreCase)
                || moderators.stream().anyMatch(email.text()::equalsIgnoreCase);
    }
}
