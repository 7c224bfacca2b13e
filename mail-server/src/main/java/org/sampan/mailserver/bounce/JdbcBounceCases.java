package org.sampan.mailserver.bounce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.bounce.BounceCase.Stage;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Cases, events and summaries in PostgreSQL. */
final class JdbcBounceCases implements BounceCases {
    private static final String PUT = """
            insert into bounce_case as c (list_id, person_id, stage, since, probe, reply, due)
            select :list, :person, :stage, :since, :probe, :reply, :due
            where exists (select from subscription where list_id = :list and person_id = :person)
            on conflict (list_id, person_id) do update set stage = excluded.stage, since = excluded.since,
            probe = excluded.probe, reply = excluded.reply, due = excluded.due""";
    private static final String CLAIM = """
            update bounce_case c set due = :until from (
              select list_id, person_id from bounce_case where due <= :now order by due limit 100 for update skip locked
            ) d where d.list_id = c.list_id and d.person_id = c.person_id returning c.*""";
    private static final String CLAIM_SUMMARIES = """
            update bounce_summary s set sent_at = :now from (
              select list_id, sent_at from bounce_summary where sent_at <= :due for update skip locked
            ) d where d.list_id = s.list_id returning d.list_id, d.sent_at""";

    private final Jdbi jdbi;

    @Inject
    JdbcBounceCases(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<BounceCase> find(long list, long person) {
        return ofPerson(person).stream().filter(it -> it.list() == list).findFirst();
    }

    @Override
    public List<BounceCase> ofPerson(long person) {
        return where("person_id", person);
    }

    @Override
    public List<BounceCase> probedBy(long delivery) {
        return where("probe", delivery).stream()
                .filter(it -> it.stage() == Stage.PROBED)
                .toList();
    }

    @Override
    public void put(BounceCase trouble) {
        jdbi.useHandle(handle -> handle.createUpdate(PUT)
                .bind("list", trouble.list())
                .bind("person", trouble.person())
                .bind("stage", word(trouble.stage()))
                .bind("since", trouble.since())
                .bind("probe", trouble.probe())
                .bind("reply", trouble.reply())
                .bind("due", trouble.due())
                .execute());
    }

    @Override
    public void remove(BounceCase trouble) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from bounce_case where list_id = :list and person_id = :person")
                        .bind("list", trouble.list())
                        .bind("person", trouble.person())
                        .execute());
    }

    @Override
    public List<BounceCase> claimDue(Instant now, Duration until) {
        return jdbi.inTransaction(handle -> handle.createQuery(CLAIM)
                .bind("now", now)
                .bind("until", now.plus(until))
                .map(JdbcBounceCases::trouble)
                .list());
    }

    @Override
    public void note(long list, long person, Event event, String reply, Instant at) {
        jdbi.useHandle(handle -> handle.createUpdate("insert into bounce_event (list_id, person_id, what, reply, at)"
                        + " select :list, :person, :what, :reply, :at"
                        + " where exists (select from person where id = :person)")
                .bind("list", list)
                .bind("person", person)
                .bind("what", word(event))
                .bind("reply", reply)
                .bind("at", at)
                .execute());
    }

    @Override
    public List<Noted> notedSince(MailingList list, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select p.written_as, e.what, e.reply, e.at from bounce_event e join person p on p.id = e.person_id"
                                + " where e.list_id = :list and e.at > :since order by e.at, e.id limit 500")
                .bind("list", list.id())
                .bind("since", since)
                .map((row, context) -> new Noted(
                        row.getString("written_as"),
                        Event.valueOf(row.getString("what").toUpperCase(Locale.ROOT)),
                        row.getString("reply"),
                        row.getTimestamp("at").toInstant()))
                .list());
    }

    @Override
    public List<Ailing> ailing(MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select p.written_as, c.stage, c.reply, c.since from bounce_case c join person p on p.id = c.person_id"
                                + " where c.list_id = :list order by p.bounce_score desc, p.email limit 500")
                .bind("list", list.id())
                .map((row, context) -> new Ailing(
                        row.getString("written_as"),
                        stage(row),
                        row.getString("reply"),
                        row.getTimestamp("since").toInstant()))
                .list());
    }

    @Override
    public Map<Long, Instant> claimSummaries(Instant now, Duration every) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("insert into bounce_summary (list_id, sent_at) select id, :now from mailing_list"
                            + " on conflict do nothing")
                    .bind("now", now)
                    .execute();
            return handle.createQuery(CLAIM_SUMMARIES)
                    .bind("now", now)
                    .bind("due", now.minus(every))
                    .reduceRows(new HashMap<>(), (claimed, row) -> {
                        claimed.put(row.getColumn("list_id", Long.class), row.getColumn("sent_at", Instant.class));
                        return claimed;
                    });
        });
    }

    private List<BounceCase> where(String column, long number) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from bounce_case where <column> = :number order by list_id, person_id")
                .define("column", column)
                .bind("number", number)
                .map(JdbcBounceCases::trouble)
                .list());
    }

    private static BounceCase trouble(ResultSet row, StatementContext context) throws SQLException {
        return new BounceCase(
                row.getLong("list_id"),
                row.getLong("person_id"),
                stage(row),
                row.getTimestamp("since").toInstant(),
                row.getLong("probe"),
                row.getString("reply"),
                row.getTimestamp("due").toInstant());
    }

    private static Stage stage(ResultSet row) throws SQLException {
        return Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT));
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
