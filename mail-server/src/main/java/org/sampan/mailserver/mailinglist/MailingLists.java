package org.sampan.mailserver.mailinglist;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The lists of this installation. Safe for many threads; {@link #find} is cheap enough for every RCPT command. */
public interface MailingLists {
    Optional<MailingList> find(ListAddress address);

    Optional<MailingList> find(long id);

    /** By address. */
    List<MailingList> all();

    /** @throws ListExistsException when the address is taken */
    MailingList add(ListSettings settings);

    /** Empty when there is no such list. The address itself cannot be changed. */
    Optional<MailingList> change(ListSettings settings);

    /** Removes the list with its subscriptions, posts and deliveries. False when there was none. */
    boolean remove(ListAddress address);

    /** Whom to ask or tell about the list; may be empty. */
    Set<EmailAddress> stewards(MailingList list, Steward role);

    void setStewards(MailingList list, Steward role, Set<EmailAddress> stewards);

    boolean isBanned(MailingList list, EmailAddress sender);

    void ban(MailingList list, EmailAddress sender);

    void unban(MailingList list, EmailAddress sender);

    /** Owners answer for a list; moderators decide on held posts. Where there are no moderators, owners do. */
    enum Steward {
        OWNER,
        MODERATOR
    }

    /** The address is taken. */
    final class ListExistsException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public ListExistsException(ListAddress address) {
            super("there is a list " + address + " already");
        }
    }
}
