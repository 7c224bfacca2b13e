package org.sampan.mailserver.enrolment;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.storage.Database;

/** Authored posts in PostgreSQL; one message at a time is held. */
final class JdbcAuthoredPosts implements AuthoredPosts {
    private final Jdbi jdbi;

    @Inject
    JdbcAuthoredPosts(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Stream<AuthoredPost> of(Collection<EmailAddress> addresses) {
        List<String> ids = jdbi.withHandle(handle -> handle.createQuery("select p.id from post p"
                        + " join mailing_list l on l.id = p.list_id where lower(p.from_email) = any (:emails)"
                        + " and p.from_email <> '' order by l.address, p.received_at, p.id")
                .bindArray(
                        "emails",
                        String.class,
                        addresses.stream().map(EmailAddress::key).toArray())
                .mapTo(String.class)
                .list());
        return ids.stream().flatMap(id -> one(id).stream());
    }

    private List<AuthoredPost> one(String id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select l.address, p.id, p.subject, p.received_at, p.received"
                                + " from post p join mailing_list l on l.id = p.list_id where p.id = :id")
                .bind("id", id)
                .map((row, context) -> new AuthoredPost(
                        row.getString("address"),
                        row.getString("id"),
                        row.getString("subject"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getBytes("received")))
                .list());
    }
}
