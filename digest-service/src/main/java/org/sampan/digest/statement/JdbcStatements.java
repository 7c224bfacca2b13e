package org.sampan.digest.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Statements in PostgreSQL, files and all: one backup holds everything. */
@Repository
class JdbcStatements implements Statements {
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JdbcStatementRows rows;
    private final JdbcHandovers handovers;

    JdbcStatements(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new JdbcStatementRows(database);
        this.handovers = new JdbcHandovers(database);
    }

    @Override
    public Statement add(Content content, Optional<String> name, String by, Instant now) {
        Long id = transaction.execute(status -> {
            Optional<Long> fresh = database.sql("""
                            insert into statement (name, created_by, created_at) values (:name, :by, :at)
                            on conflict (name) do nothing returning id""")
                    .param("name", name.orElse(null))
                    .param("by", by)
                    .param("at", JdbcStatementRows.at(now))
                    .query(Long.class)
                    .optional();
            fresh.ifPresent(made ->
                    rows.insert(StatementVersion.draft(new StatementId(made).firstVersion(), content, by, now)));
            return fresh.orElseGet(() -> named(name.orElseThrow()));
        });
        return rows.load(List.of(id)).get(0);
    }

    private long named(String name) {
        return database.sql("select id from statement where name = :name")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    @Override
    public boolean has(String name) {
        return database.sql("select exists (select from statement where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    @Override
    public Optional<Statement> find(StatementId id) {
        return rows.load(List.of(id.value())).stream().findFirst();
    }

    @Override
    public List<Statement> page(Optional<StatementId> before, boolean discarded, int limit) {
        return rows.load(database.sql("""
                        select s.id from statement s where s.id < :before and :discarded = exists
                          (select from statement_version v where v.statement_id = s.id and v.number = 1 and v.state = 'discarded')
                        order by s.id desc limit :limit""")
                .param("before", before.map(StatementId::value).orElse(Long.MAX_VALUE))
                .param("discarded", discarded)
                .param("limit", limit)
                .query(Long.class)
                .list());
    }

    @Override
    public boolean change(StatementVersion changed) {
        return rows.update(changed);
    }

    @Override
    public boolean begin(StatementVersion begun) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean kept = rows.update(begun);
            if (kept) {
                handovers.plan(begun.id().mail(), begun.content().destinations());
            }
            return kept;
        }));
    }

    @Override
    public boolean addVersion(StatementVersion next) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<Integer> latest = database.sql("""
                            select (select max(number) from statement_version where statement_id = s.id)
                            from statement s where s.id = :id for update""")
                    .param("id", next.id().statement().value())
                    .query(Integer.class)
                    .optional();
            boolean follows = latest.filter(it -> it == next.id().number() - 1).isPresent();
            if (follows) {
                rows.insert(next);
            }
            return follows;
        }));
    }

    /** A clock of one machine that runs ahead lets nothing out. */
    @Override
    public List<VersionId> due(Instant now) {
        return database.sql("""
                        select statement_id, number from statement_version
                        where state = 'embargoed' and embargo_until <= least(:now, clock_timestamp())
                        order by embargo_until, statement_id""")
                .param("now", JdbcStatementRows.at(now))
                .query((row, number) -> version(row))
                .list();
    }

    @Override
    public List<VersionId> sending() {
        return database.sql("select statement_id, number from statement_version where state = 'sending'"
                        + " order by statement_id, number")
                .query((row, number) -> version(row))
                .list();
    }

    private static VersionId version(ResultSet row) throws SQLException {
        return new VersionId(new StatementId(row.getLong("statement_id")), row.getInt("number"));
    }

    @Override
    public boolean withdraw(StatementId id, Withdrawal withdrawal, List<Destination> told) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            boolean withdrawn = database.sql("update statement set withdrawal = cast(:withdrawal as jsonb)"
                                    + " where id = :id and withdrawal is null")
                            .param("withdrawal", JdbcStatementRows.json(Optional.of(withdrawal)))
                            .param("id", id.value())
                            .update()
                    == 1;
            if (withdrawn && withdrawal.told()) {
                handovers.plan(MailId.withdrawal(id), told);
            }
            return withdrawn;
        }));
    }

    @Override
    public boolean unwithdraw(StatementId id, Instant made) {
        return database.sql("""
                        update statement set withdrawal = null where id = :id and not (withdrawal ->> 'told')::boolean
                          and withdrawal ->> 'at' = :made""")
                        .param("id", id.value())
                        .param("made", made.toString())
                        .update()
                == 1;
    }

    @Override
    public List<Statement> sentTo(List<ListAddress> lists, Optional<StatementId> before, int limit) {
        if (lists.isEmpty()) {
            return List.of();
        }
        return rows.load(database.sql("""
                        select distinct l.statement_id from statement_list l
                          join statement_version v on v.statement_id = l.statement_id and v.number = l.mail
                        where l.list in (:lists) and l.at is not null and v.state in ('sending', 'sent')
                          and l.statement_id < :before
                        order by l.statement_id desc limit :limit""")
                .param("lists", lists.stream().map(ListAddress::text).toList())
                .param("before", before.map(StatementId::value).orElse(Long.MAX_VALUE))
                .param("limit", limit)
                .query(Long.class)
                .list());
    }
}
