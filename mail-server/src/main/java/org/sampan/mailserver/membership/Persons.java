package org.sampan.mailserver.membership;

import java.util.List;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/**
 * What is kept of persons whatever lists they are on. One person has one address where mail goes, and may write from others.
 * Safe for many threads and nodes.
 */
public interface Persons {
    /** {@link Preferences#DEFAULT} of somebody unknown. */
    Preferences preferences(EmailAddress email);

    /** False, and nothing changed, when nobody has this address. */
    boolean change(EmailAddress email, Preferences preferences);

    /** Takes every text as given, also empty ones. False when nobody has this address. */
    boolean change(Person person);

    /** Whether somebody on the list wants posts as plain text. */
    boolean anyTextOnly(MailingList list);

    /** Where else the person writes from, by address. */
    List<EmailAddress> otherAddresses(EmailAddress email);

    /**
     * From now on the person writes from there too; whoever did so before does no more.
     *
     * @return false when nobody has the person's address
     */
    boolean addAddress(EmailAddress person, EmailAddress other);

    /** False when the person did not write from there. */
    boolean removeAddress(EmailAddress person, EmailAddress other);

    /** Who writes from there: whose own address it is, else who has it as another. */
    Optional<Person> writingFrom(EmailAddress email);

    /**
     * Gives a person another address, with all subscriptions. Who has that address already becomes one with the person: where
     * both are on a list, the person's own subscription stays. Bounces of the old address are forgotten.
     *
     * @return false when nobody has the old address
     */
    boolean move(EmailAddress from, EmailAddress to);
}
