package org.sampan.digest.clipping;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Disposals in PostgreSQL. */
@Repository
class JdbcDisposals implements Disposals {
    /** A version of the same document may be printed for one that an edition carries, or in its own words there. */
    private static final String UNUSED = """
            not c.used and c.shown_at is null and c.taken_down_at is null
            and not exists (select from clipping_version me
                            join clipping_version other on other.document = me.document
                            join clipping o on o.id = other.clipping_id
                            where me.clipping_id = c.id and (o.used or o.shown_at is not null))
            """;

    private static final String OLD_COPIES =
            "from saved_copy s join clipping c on c.id = s.clipping_id where s.fetched_at < :before and " + UNUSED;
    private static final String OLD_CLIPPINGS = "from clipping c where c.collected_at < :before and " + UNUSED;

    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JdbcEmptying emptying;

    JdbcDisposals(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.emptying = new JdbcEmptying(database);
    }

    @Override
    public int copiesBefore(Instant fetched) {
        return count(OLD_COPIES, fetched);
    }

    @Override
    public int disposeOfCopies(Instant fetched, int limit) {
        return database.sql("delete from saved_copy where ctid in (select s.ctid " + OLD_COPIES
                        + " order by s.fetched_at limit :limit for update of s skip locked)")
                .param("before", Timestamp.from(fetched))
                .param("limit", limit)
                .update();
    }

    @Override
    public int unusedBefore(Instant collected) {
        return count(OLD_CLIPPINGS, collected);
    }

    private int count(String what, Instant before) {
        return database.sql("select count(*) " + what)
                .param("before", Timestamp.from(before))
                .query(Integer.class)
                .single();
    }

    /** Locked until the end: an edition that takes one of them up at this moment waits, and finds it gone. */
    @Override
    public List<ClippingId> disposeOfUnused(Instant collected, Instant now, int limit) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<ClippingId> ids = database.sql("select c.id " + OLD_CLIPPINGS
                            + " order by c.collected_at, c.id limit :limit for update of c skip locked")
                    .param("before", Timestamp.from(collected))
                    .param("limit", limit)
                    .query((row, number) -> new ClippingId(row.getLong(1)))
                    .list();
            emptying.empty(ids, now);
            return ids;
        }));
    }
}
