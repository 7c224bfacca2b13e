package org.sampan.mailserver.mailinglist;

import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.storage.Database;

/** {@link AcceptedSenders} in PostgreSQL. */
public final class JdbcAcceptedSenders implements AcceptedSenders {
    private final Jdbi jdbi;

    @Inject
    public JdbcAcceptedSenders(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public void accept(MailingList list, EmailAddress sender) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into accepted_sender (list_id, email) values (:list, :email) on conflict do nothing")
                .bind("list", list.id())
                .bind("email", sender.key())
                .execute());
    }

    @Override
    public boolean isAccepted(MailingList list, EmailAddress sender) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from accepted_sender where list_id = :list and email = :email)")
                .bind("list", list.id())
                .bind("email", sender.key())
                .mapTo(boolean.class)
                .one());
    }
}
