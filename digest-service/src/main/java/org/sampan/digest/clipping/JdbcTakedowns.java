package org.sampan.digest.clipping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takedowns in PostgreSQL. Of the clipping its number and origins stay. */
@Repository
class JdbcTakedowns implements Takedowns {
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JdbcEmptying emptying;

    JdbcTakedowns(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.emptying = new JdbcEmptying(database);
    }

    @Override
    public boolean takeDown(Takedown takedown) {
        return Objects.requireNonNull(transaction.execute(
                status -> keep(takedown) && emptying.empty(List.of(takedown.id()), takedown.at()) == 1));
    }

    private boolean keep(Takedown takedown) {
        return database.sql("""
                        insert into takedown (clipping_id, reason, taken_by, taken_at, title_md5, least)
                        select c.id, :reason, :by, :at, md5(nullif(c.title_key, '')), w.least
                        from clipping c left join clipping_words w on w.clipping_id = c.id where c.id = :id
                        on conflict do nothing""")
                        .param("id", takedown.id().value())
                        .param("reason", takedown.reason())
                        .param("by", takedown.by())
                        .param("at", Timestamp.from(takedown.at()))
                        .update()
                == 1;
    }

    @Override
    public Optional<Takedown> find(ClippingId id) {
        return database.sql("select * from takedown where clipping_id = ?")
                .param(id.value())
                .query(JdbcTakedowns::takedown)
                .optional();
    }

    @Override
    public boolean wasShown(ClippingId id) {
        return database.sql("select shown_at is not null from clipping where id = ? and state = 'taken-down'")
                .param(id.value())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    @Override
    public List<Takedown> newest(int limit) {
        return database.sql("select * from takedown order by taken_at desc, clipping_id desc limit ?")
                .param(limit)
                .query(JdbcTakedowns::takedown)
                .list();
    }

    private static Takedown takedown(ResultSet row, int number) throws SQLException {
        return new Takedown(
                new ClippingId(row.getLong("clipping_id")),
                row.getString("reason"),
                row.getString("taken_by"),
                row.getTimestamp("taken_at").toInstant());
    }
}
