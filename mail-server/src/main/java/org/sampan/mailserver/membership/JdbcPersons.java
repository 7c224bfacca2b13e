package org.sampan.mailserver.membership;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Persons in PostgreSQL. */
public final class JdbcPersons implements Persons {
    private final Jdbi jdbi;

    @Inject
    public JdbcPersons(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Preferences preferences(EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "select paused_until, text_only, own_copy, skip_when_addressed from person"
                                        + " where email = :email")
                        .bind("email", email.key())
                        .map((row, context) -> preferences(row))
                        .findOne())
                .orElse(Preferences.DEFAULT);
    }

    @Override
    public boolean change(EmailAddress email, Preferences preferences) {
        return jdbi.withHandle(handle -> handle.createUpdate("update person set paused_until = :paused,"
                                + " text_only = :textOnly, own_copy = :ownCopy, skip_when_addressed = :skip"
                                + " where email = :email")
                        .bind("paused", preferences.pausedUntil())
                        .bind("textOnly", preferences.textOnly())
                        .bind("ownCopy", preferences.ownCopy())
                        .bind("skip", preferences.skipWhenAddressed())
                        .bind("email", email.key())
                        .execute())
                > 0;
    }

    @Override
    public boolean change(Person person) {
        return jdbi.withHandle(
                        handle -> handle.createUpdate("update person set name = :name, organisation = :organisation,"
                                        + " country = :country, language = :language, timezone = :timezone"
                                        + " where email = :email")
                                .bind("email", person.email().key())
                                .bind("name", person.name())
                                .bind("organisation", person.organisation())
                                .bind("country", person.country())
                                .bind("language", person.language())
                                .bind("timezone", person.timezone())
                                .execute())
                > 0;
    }

    @Override
    public boolean anyTextOnly(MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from person p join subscription s"
                        + " on s.person_id = p.id where p.text_only and s.list_id = :list and s.state = 'active')")
                .bind("list", list.id())
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<EmailAddress> otherAddresses(EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery("select a.written_as from person_address a"
                        + " join person p on p.id = a.person_id where p.email = :email order by a.email")
                .bind("email", email.key())
                .mapTo(String.class)
                .map(EmailAddress::new)
                .list());
    }

    @Override
    public boolean addAddress(EmailAddress person, EmailAddress other) {
        return jdbi.withHandle(handle -> handle.createUpdate("insert into person_address (email, written_as, person_id)"
                                + " select :other, :written, id from person where email = :email"
                                + " on conflict (email) do update set written_as = excluded.written_as,"
                                + " person_id = excluded.person_id, confirmed_at = now()")
                        .bind("email", person.key())
                        .bind("other", other.key())
                        .bind("written", other.written())
                        .execute())
                > 0;
    }

    @Override
    public boolean removeAddress(EmailAddress person, EmailAddress other) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from person_address a using person p"
                                + " where p.id = a.person_id and p.email = :email and a.email = :other")
                        .bind("email", person.key())
                        .bind("other", other.key())
                        .execute())
                > 0;
    }

    @Override
    public Optional<Person> writingFrom(EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + JdbcMemberRows.PERSON + " from person p"
                        + " where p.email = :email or p.id = (select person_id from person_address where email = :email)"
                        + " order by (p.email = :email) desc limit 1")
                .bind("email", email.key())
                .map(JdbcMemberRows::person)
                .findOne());
    }

    @Override
    public boolean move(EmailAddress from, EmailAddress to) {
        return jdbi.inTransaction(handle -> {
            Optional<Long> person = lock(handle, from);
            if (person.isPresent() && !from.equals(to)) {
                lock(handle, to).ifPresent(other -> merge(handle, other, person.get()));
            }
            person.ifPresent(id -> rename(handle, id, to));
            return person.isPresent();
        });
    }

    private static Optional<Long> lock(Handle handle, EmailAddress email) {
        return handle.createQuery("select id from person where email = :email for update")
                .bind("email", email.key())
                .mapTo(Long.class)
                .findOne();
    }

    private static void merge(Handle handle, long other, long into) {
        handle.createUpdate("delete from feed_token where person_id = :other")
                .bind("other", other)
                .execute();
        handle.createUpdate("update subscription set person_id = :into where person_id = :other"
                        + " and list_id not in (select list_id from subscription where person_id = :into)")
                .bind("into", into)
                .bind("other", other)
                .execute();
        handle.createUpdate("update person_address set person_id = :into where person_id = :other")
                .bind("into", into)
                .bind("other", other)
                .execute();
        handle.createUpdate("update former_person set person_id = :into where person_id = :other")
                .bind("into", into)
                .bind("other", other)
                .execute();
        handle.createUpdate("insert into former_person (id, person_id) values (:other, :into)")
                .bind("into", into)
                .bind("other", other)
                .execute();
        handle.createUpdate("delete from person where id = :other")
                .bind("other", other)
                .execute();
    }

    private static void rename(Handle handle, long person, EmailAddress to) {
        handle.createUpdate("update person set email = :email, written_as = :written, bounce_score = 0,"
                        + " last_bounce_at = null, last_bounce_reply = '' where id = :id")
                .bind("email", to.key())
                .bind("written", to.written())
                .bind("id", person)
                .execute();
        handle.createUpdate("delete from person_address where email = :email")
                .bind("email", to.key())
                .execute();
    }

    private static Preferences preferences(ResultSet row) throws SQLException {
        Timestamp paused = row.getTimestamp("paused_until");
        return new Preferences(
                paused == null ? null : paused.toInstant(),
                row.getBoolean("text_only"),
                row.getBoolean("own_copy"),
                row.getBoolean("skip_when_addressed"));
    }
}
