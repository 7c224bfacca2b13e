package org.sampan.mailserver.membership;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;

/** Who agreed to what, when and how. Safe for many threads and nodes. */
public interface Consents {
    /** In the place of an older one; nothing when the person is not on the list. */
    void keep(MailingList list, EmailAddress email, Consent consent);

    /** Empty for who was on the list before such records were kept, or is not on it. */
    Optional<Consent> find(MailingList list, EmailAddress email);

    /**
     * Keeps a text that people are asked to agree to.
     *
     * @param kind of text, with its language: {@code confirm-join/my}
     * @return what names exactly these words
     */
    String version(String kind, String words);

    /** The text of a version; empty when there is none. */
    Optional<String> words(String version);
}
