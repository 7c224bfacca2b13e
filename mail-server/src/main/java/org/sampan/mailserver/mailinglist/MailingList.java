package org.sampan.mailserver.mailinglist;

import java.time.Instant;

/**
 * A list as it is kept.
 *
 * @param id the database's number of it
 * @param settings what its owners chose
 */
public record MailingList(long id, ListSettings settings, Instant createdAt) {
    public ListAddress address() {
        return settings.address();
    }

    public boolean isPrivate() {
        return settings.visibility() == ListSettings.Visibility.PRIVATE;
    }
}
