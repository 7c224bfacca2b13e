package org.sampan.mailserver.delivery;

import org.sampan.mailserver.mailinglist.EmailAddress;

/**
 * Where one copy goes.
 *
 * @param person 0: the delivery's own recipient
 * @param language BCP 47 tag the reader chose; empty: none
 * @param textOnly the reader wants plain text
 */
public record Recipient(long person, EmailAddress email, String language, boolean textOnly) {
    public Recipient(long person, EmailAddress email, String language) {
        this(person, email, language, false);
    }
}
