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

    /** Who may neither post nor join, by pattern. */
    Set<AddressPattern> banned(MailingList list);

    /** Whether one of the patterns is the address's. */
    boolean isBanned(MailingList list, EmailAddress address);

    void ban(MailingList list, AddressPattern pattern);

    void unban(MailingList list, AddressPattern pattern);

    /** One address alone. */
    default void ban(MailingList list, EmailAddress address) {
        ban(list, AddressPattern.of(address));
    }

    /** One address alone; patterns it is one of stay. */
    default void unban(MailingList list, EmailAddress address) {
        unban(list, AddressPattern.of(address));
    }

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
