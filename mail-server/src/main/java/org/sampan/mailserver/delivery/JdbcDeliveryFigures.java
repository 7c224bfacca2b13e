package org.sampan.mailserver.delivery;

import java.util.List;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.storage.Database;

/** Figures of the ledger for the operator's graphs. */
final class JdbcDeliveryFigures {
    private static final String UNDER_WAY = """
            select count(*) filter (where state = 'active') as active, count(*) filter (where state = 'paused') as paused,
              coalesce(sum(open), 0) as open, coalesce(sum(deferred), 0) as deferred,
              coalesce(extract(epoch from now() - min(since) filter (where state = 'active' and open > 0)), 0) as oldest,
              coalesce(sum(pace) filter (where state = 'active'), 0) as pace
            from (select state, deferred,
                case when timed then (select min(due_at) from delivery_batch b
                  where b.delivery_id = d.id and b.state in ('ready', 'leased')) else created_at end as since, recipients - sent - deferred - failed - left_before as open,
                case when offered_at is null and pace_at > now() - interval '1 minute'
                  then (sent - pace_from_sent) / greatest(extract(epoch from now() - coalesce(pace_from_at, started_at)), 0.001)
                  else 0 end as pace
              from delivery d where state in ('active', 'paused')) d""";
    private static final String LARGEST_DOMAINS =
            "select domain from person group by domain order by count(*) desc, domain limit :most";
    private static final int LARGEST = 50;

    private final Jdbi jdbi;

    @Inject
    JdbcDeliveryFigures(Database database) {
        this.jdbi = database.jdbi();
    }

    SendsUnderWay underWay() {
        return jdbi.withHandle(handle -> handle.createQuery(UNDER_WAY)
                .map((row, context) -> new SendsUnderWay(
                        row.getLong("active"),
                        row.getLong("paused"),
                        row.getLong("open"),
                        row.getLong("deferred"),
                        row.getDouble("oldest"),
                        row.getDouble("pace")))
                .one());
    }

    /** Where the most people are. */
    List<String> largestDomains() {
        return jdbi.withHandle(handle -> handle.createQuery(LARGEST_DOMAINS)
                .bind("most", LARGEST)
                .mapTo(String.class)
                .list());
    }
}
