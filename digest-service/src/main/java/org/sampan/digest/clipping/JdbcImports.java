package org.sampan.digest.clipping;

import java.net.URI;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** In PostgreSQL: an item of an import is an origin that names the file and was seen while it was read. */
@Repository
class JdbcImports implements Imports {
    private static final String ITEMS = "source_url = :file and seen_at between :since and :until";

    private static final String REMOVE = """
            delete from clipping c
            where c.id in (select clipping_id from clipping_origin where %1$s)
              and not c.edited and c.taken_down_at is null
              and not exists (select from clipping_origin o where o.clipping_id = c.id and not (%1$s))
              and not exists (select from edition_item i where i.clipping_id = c.id)""".formatted(ITEMS);

    private static final String FORGET = """
            delete from clipping_origin o
            using clipping c
            where %1$s and c.id = o.clipping_id and c.taken_down_at is null
              and exists (select from clipping_origin other where other.clipping_id = c.id
                          and not (other.source_url = :file and other.seen_at between :since and :until))""".formatted(ITEMS);

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    JdbcImports(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public int count(URI file, Instant since, Instant until) {
        return asked("select count(*) from clipping_origin where " + ITEMS, file, since, until)
                .query(Integer.class)
                .single();
    }

    @Override
    public int takeBack(URI file, Instant since, Instant until) {
        Integer taken = transaction.execute(status -> {
            int before = count(file, since, until);
            asked(REMOVE, file, since, until).update();
            asked(FORGET, file, since, until).update();
            return before - count(file, since, until);
        });
        return taken == null ? 0 : taken;
    }

    private StatementSpec asked(String sql, URI file, Instant since, Instant until) {
        return database.sql(sql)
                .params(Map.of(
                        "file", file.toString(), "since", Timestamp.from(since), "until", Timestamp.from(until)));
    }
}
