package org.sampan.mailserver.delivery;

import java.util.Set;
import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * Whom a post itself names: some of them do not want it a second time from the list.
 *
 * @param authors in From
 * @param addressed in To and Cc
 */
public record Correspondents(Set<EmailAddress> authors, Set<EmailAddress> addressed) {
    /** Everybody on the list gets the post, whoever it names. */
    public static final Correspondents NOBODY = new Correspondents(Set.of(), Set.of());

    public Correspondents {
        authors = Set.copyOf(authors);
        addressed = Set.copyOf(addressed);
    }
}
