package org.sampan.digest.listdigest;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.listdigest.NewListDigest.Period;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.ListAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** {@link ListDigests} in PostgreSQL. */
@Repository
class JdbcListDigests implements ListDigests {
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    JdbcListDigests(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Instant coveredUntil(ListAddress list, DeliveryMode mode, String zone, Instant now) {
        database.sql("""
                        insert into list_digest_cover (list, mode, zone, covered_until) values (?, ?, ?, ?)
                        on conflict do nothing""")
                .params(list.text(), mode.word(), zone, Timestamp.from(now))
                .update();
        return database.sql("select covered_until from list_digest_cover where list = ? and mode = ? and zone = ?")
                .params(list.text(), mode.word(), zone)
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Override
    public Optional<ListDigest> plan(NewListDigest digest, Instant now) {
        List<ListDigest> planned = new ArrayList<>(1);
        transaction.executeWithoutResult(status -> {
            if (cover(digest)) {
                planned.add(insert(digest, now));
            } else {
                status.setRollbackOnly();
            }
        });
        return planned.stream().findFirst();
    }

    @Override
    public void skip(NewListDigest empty) {
        transaction.executeWithoutResult(status -> {
            if (!cover(empty)) {
                status.setRollbackOnly();
            }
        });
    }

    @Override
    public List<ListDigest> unsent() {
        return database.sql(
                        "select * from list_digest where sent_at is null and refusal is null order by planned_at, number")
                .query((row, number) -> digest(row))
                .list();
    }

    @Override
    public void markSent(ListDigest digest, Instant at) {
        database.sql("update list_digest set sent_at = ? where list = ? and number = ? and sent_at is null")
                .params(Timestamp.from(at), digest.content().list().text(), digest.number())
                .update();
    }

    @Override
    public void markRefused(ListDigest digest, String reason) {
        database.sql("update list_digest set refusal = ? where list = ? and number = ? and sent_at is null")
                .params(reason, digest.content().list().text(), digest.number())
                .update();
    }

    /** @return false when not all of its zones are covered up to its beginning and no further */
    private boolean cover(NewListDigest digest) {
        int moved = database.sql("""
                        update list_digest_cover set covered_until = ?
                        where list = ? and mode = ? and zone = any (?) and covered_until = ?""")
                .param(Timestamp.from(digest.period().until()))
                .param(digest.list().text())
                .param(digest.mode().word())
                .param(digest.zones().toArray(String[]::new))
                .param(Timestamp.from(digest.period().since()))
                .update();
        return moved == digest.zones().size();
    }

    private ListDigest insert(NewListDigest digest, Instant now) {
        String list = digest.list().text();
        database.sql("select pg_advisory_xact_lock(hashtextextended(?, 1153))")
                .param(list)
                .query((row, number) -> "")
                .list();
        long number = database.sql("select coalesce(max(number), 0) + 1 from list_digest where list = ?")
                .param(list)
                .query(Long.class)
                .single();
        Issue issue = issue(digest, now);
        database.sql("""
                        insert into list_digest (list, number, mode, weekly, zones, since, until, occasion, volume, issue, planned_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(list, number, digest.mode().word(), digest.mode().isWeekly())
                .param(digest.zones().toArray(String[]::new))
                .params(
                        Timestamp.from(digest.period().since()),
                        Timestamp.from(digest.period().until()))
                .params(digest.occasion(), issue.volume(), issue.number(), Timestamp.from(now))
                .update();
        return new ListDigest(number, digest, issue.volume(), issue.number(), now);
    }

    /** The issue the other readers of this occasion have; else the next of its year. */
    private Issue issue(NewListDigest digest, Instant now) {
        String list = digest.list().text();
        boolean weekly = digest.mode().isWeekly();
        Optional<Issue> same = database.sql("""
                        select volume, issue from list_digest where list = ? and weekly = ? and occasion = ? limit 1""")
                .params(list, weekly, digest.occasion())
                .query((row, number) -> new Issue(row.getInt(1), row.getInt(2)))
                .optional();
        return same.orElseGet(() -> {
            int year = now.atOffset(ZoneOffset.UTC).getYear();
            int first = database.sql(
                            "select extract(year from min(planned_at) at time zone 'UTC') from list_digest where list = ?")
                    .param(list)
                    .query((row, number) -> row.getObject(1) == null ? year : row.getInt(1))
                    .single();
            int volume = year - first + 1;
            int next = database.sql("""
                            select coalesce(max(issue), 0) + 1 from list_digest where list = ? and weekly = ? and volume = ?""")
                    .params(list, weekly, volume)
                    .query(Integer.class)
                    .single();
            return new Issue(volume, next);
        });
    }

    private static ListDigest digest(ResultSet row) throws SQLException {
        Array zones = row.getArray("zones");
        NewListDigest content = new NewListDigest(
                new ListAddress(row.getString("list")),
                DeliveryMode.parse(row.getString("mode")).orElseThrow(),
                Arrays.asList((String[]) zones.getArray()),
                new Period(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("until").toInstant()),
                row.getString("occasion"));
        return new ListDigest(
                row.getLong("number"),
                content,
                row.getInt("volume"),
                row.getInt("issue"),
                row.getTimestamp("planned_at").toInstant());
    }

    private record Issue(int volume, int number) {}
}
