package org.sampan.mailserver.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Days in PostgreSQL. */
public final class JdbcListDays implements ListDays {
    /** Longer than copies are tried again; what is older cannot change any more. */
    private static final int UNSETTLED_DAYS = 6;

    private static final String COUNT = """
            insert into list_day as d (list_id, day, sent, deferred, failed, bounced)
            select :list, day, sum(sent), sum(deferred), sum(failed), sum(bounced)
            from (select (created_at at time zone 'UTC')::date as day, sent, deferred, failed, 0 as bounced
                from delivery where list_id = :list and post_id is not null and created_at >= :since
              union all select (at at time zone 'UTC')::date, 0, 0, 0, 1 from bounce where list_id = :list and at >= :since) what
            group by day
            on conflict (list_id, day) do update set
              sent = excluded.sent, deferred = excluded.deferred, failed = excluded.failed, bounced = excluded.bounced
            where (d.sent, d.deferred, d.failed, d.bounced)
              is distinct from (excluded.sent, excluded.deferred, excluded.failed, excluded.bounced)""";
    private static final String SUM_UP = """
            with single as (
              delete from roster_change where list_id = :list and day in (
                select day from roster_change where list_id = :list and day < :today group by day having count(*) > 1)
              returning day, joined, gone)
            insert into roster_change (list_id, day, joined, gone)
            select :list, day, sum(joined), sum(gone) from single group by day""";
    private static final String LAST = """
            with changes as (
              select day, sum(joined) as joined, sum(gone) as gone from roster_change
              where list_id = :list and day >= :since group by day),
            days as (
              select day::date from generate_series(:since::timestamp, :today::timestamp, interval '1 day') day)
            select days.day, coalesce(c.joined, 0) as joined, coalesce(c.gone, 0) as gone,
              coalesce(d.sent, 0) as sent, coalesce(d.deferred, 0) as deferred, coalesce(d.failed, 0) as failed,
              coalesce(d.bounced, 0) as bounced,
              (select count(*) from subscription where list_id = :list)
                - coalesce(sum(coalesce(c.joined, 0) - coalesce(c.gone, 0))
                    over (order by days.day desc rows between unbounded preceding and 1 preceding), 0) as members
            from days left join changes c on c.day = days.day
            left join list_day d on d.list_id = :list and d.day = days.day order by days.day""";

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public JdbcListDays(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    @Override
    public List<ListDay> last(MailingList list, int days) {
        return jdbi.inTransaction(handle -> {
            count(handle, list);
            return handle.createQuery(LAST)
                    .bind("list", list.id())
                    .bind("since", today().minusDays(days - 1L))
                    .bind("today", today())
                    .map(JdbcListDays::day)
                    .list();
        });
    }

    @Override
    public void settle(MailingList list) {
        jdbi.useTransaction(handle -> {
            count(handle, list);
            handle.createUpdate(SUM_UP)
                    .bind("list", list.id())
                    .bind("today", today())
                    .execute();
        });
    }

    private void count(Handle handle, MailingList list) {
        handle.createUpdate(COUNT)
                .bind("list", list.id())
                .bind(
                        "since",
                        today().minusDays(UNSETTLED_DAYS)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())
                .execute();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static ListDay day(ResultSet row, StatementContext context) throws SQLException {
        return new ListDay(
                row.getObject("day", LocalDate.class),
                row.getLong("members"),
                row.getLong("joined"),
                row.getLong("gone"),
                row.getLong("sent"),
                row.getLong("deferred"),
                row.getLong("failed"),
                row.getLong("bounced"));
    }
}
