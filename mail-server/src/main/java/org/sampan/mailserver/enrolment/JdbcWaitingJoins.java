package org.sampan.mailserver.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.storage.Database;

/** Waiting joins in PostgreSQL. */
final class JdbcWaitingJoins implements WaitingJoins {
    private static final String SELECT = "select id, written_as, name, language, consent, visitor, words, asked_at"
            + " from waiting_join where list_id = :list ";

    private static final String DECIDE = """
            with decided as (
              delete from waiting_join where list_id = :list and id = :id returning *
            )
            insert into admission (list_id, email, written_as, name, asked_at, decision, decided_by, decided_at, reason)
            select list_id, email, written_as, name, asked_at, :decision, :by, :at, :reason from decided""";

    private final Jdbi jdbi;

    @Inject
    JdbcWaitingJoins(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public boolean add(MailingList list, WaitingJoin join) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "insert into waiting_join (list_id, email, written_as, name,"
                                        + " language, consent, visitor, words, asked_at) values (:list, :email, :written,"
                                        + " :name, :language, :consent, :visitor, :words, :asked) on conflict do nothing")
                        .bind("list", list.id())
                        .bind("email", join.person().email().key())
                        .bind("written", join.person().email().written())
                        .bind("name", join.person().name())
                        .bind("language", join.person().language())
                        .bind("consent", join.place().consent())
                        .bind("visitor", join.place().visitor())
                        .bind("words", join.place().words())
                        .bind("asked", join.askedAt())
                        .execute())
                > 0;
    }

    @Override
    public List<WaitingJoin> all(MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by asked_at, id limit 1000")
                .bind("list", list.id())
                .map(JdbcWaitingJoins::join)
                .list());
    }

    @Override
    public Optional<WaitingJoin> find(MailingList list, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "and id = :id")
                .bind("list", list.id())
                .bind("id", id)
                .map(JdbcWaitingJoins::join)
                .findOne());
    }

    @Override
    public boolean decide(MailingList list, long id, AdmissionDecision decision) {
        return jdbi.withHandle(handle -> handle.createUpdate(DECIDE)
                        .bind("list", list.id())
                        .bind("id", id)
                        .bind("decision", decision.kind().word())
                        .bind("by", decision.by())
                        .bind("at", decision.at())
                        .bind("reason", decision.reason())
                        .execute())
                > 0;
    }

    private static WaitingJoin join(ResultSet row, StatementContext context) throws SQLException {
        return new WaitingJoin(
                row.getLong("id"),
                new Person(
                        new EmailAddress(row.getString("written_as")),
                        row.getString("name"),
                        "",
                        "",
                        row.getString("language"),
                        ""),
                Confirmation.Place.asked(row.getString("consent"), row.getString("visitor"), row.getString("words")),
                row.getTimestamp("asked_at").toInstant());
    }
}
