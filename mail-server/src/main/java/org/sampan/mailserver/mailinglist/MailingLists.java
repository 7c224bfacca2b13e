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

    /**
     * Makes the lists of the first start, all or none; those that exist stay as they are.
     *
     * @return false, and nothing done, when this was called before in the life of the database
     */
    boolean addFirst(List<DeclaredList> declared);

    /** Empty when there is no such list. The address itself cannot be changed. */
    Optional<MailingList> change(ListSettings settings);

    /** Removes the list with its subscriptions, posts and deliveries. False when there was none. */
    boolean remove(ListAddress address);

    /** Whom to ask or tell about the list; may be empty. */
    Set<EmailAddress> stewards(MailingList list, Steward role);

    void setStewards(MailingList list, Steward role, Set<EmailAddress> stewards);

    /** How many persons are on the list, suspended ones too. */
    long countMembers(MailingList list);

    /** Whose posts the list never takes, by address. */
    Set<EmailAddress> banned(MailingList list);

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
