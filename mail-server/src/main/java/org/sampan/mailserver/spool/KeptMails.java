package org.sampan.mailserver.spool;

import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.james.mailrepository.api.MailRepositoryStore;
import org.apache.james.mailrepository.api.MailRepositoryStore.MailRepositoryStoreException;
import org.apache.james.mailrepository.api.MailRepositoryUrl;

/** Mails that no stage could deal with, even after a day; the operator looks at them. Safe for many threads. */
public final class KeptMails {
    /** As in {@code mailetcontainer.xml}. */
    static final String URL = "file://var/mail/error/";

    private final MailRepositoryStore store;

    @Inject
    KeptMails(MailRepositoryStore store) {
        this.store = store;
    }

    /** @throws IllegalStateException when they cannot be looked at */
    public long count() {
        try {
            return store.select(MailRepositoryUrl.from(URL)).size();
        } catch (MailRepositoryStoreException | MessagingException e) {
            throw new IllegalStateException("the mails kept in " + URL + " cannot be counted: " + e.getMessage(), e);
        }
    }
}
