package org.sampan.digest.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Kept in PostgreSQL. */
@Repository
class JdbcStatementTraces implements StatementTraces {
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    JdbcStatementTraces(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<VersionId> untraced() {
        return database.sql("select statement_id, number from statement_version"
                        + " where not traced and begun_at is not null order by statement_id, number limit 100")
                .query((row, number) -> version(row))
                .list();
    }

    @Override
    public void keep(StatementVersion version) {
        transaction.executeWithoutResult(status -> {
            for (Text text : version.content().texts()) {
                Long[] traces = boxed(Traces.of(Traces.letters(text.body().text())));
                database.sql("""
                                insert into statement_trace (trace, statement_id, number, language, of)
                                select trace, :statement, :number, :language, :of from unnest(cast(:traces as bigint[])) trace
                                on conflict do nothing""")
                        .param("statement", version.id().statement().value())
                        .param("number", version.id().number())
                        .param("language", text.language().toLanguageTag())
                        .param("of", traces.length)
                        .param("traces", traces)
                        .update();
            }
            database.sql(
                            "update statement_version set traced = true where statement_id = :statement and number = :number")
                    .param("statement", version.id().statement().value())
                    .param("number", version.id().number())
                    .update();
        });
    }

    @Override
    public List<Match> find(String letters, int limit) {
        return database.sql("""
                        select statement_id, number, language, count(*)::float / max(of) as shared from statement_trace
                        where trace = any (cast(:traces as bigint[]))
                        group by statement_id, number, language
                        order by shared desc, statement_id desc, number desc limit :limit""")
                .param("traces", boxed(Traces.of(letters)))
                .param("limit", limit)
                .query((row, number) -> new Match(
                        version(row), Locale.forLanguageTag(row.getString("language")), row.getDouble("shared")))
                .list();
    }

    @Override
    public List<VersionId> withFile(String sha256) {
        return database.sql("""
                        select statement_id, number from statement_version
                        where content -> 'files' @> jsonb_build_array(jsonb_build_object('sha256', :sha256))
                        order by statement_id desc, number desc limit 20""")
                .param("sha256", sha256)
                .query((row, number) -> version(row))
                .list();
    }

    private static VersionId version(ResultSet row) throws SQLException {
        return new VersionId(new StatementId(row.getLong("statement_id")), row.getInt("number"));
    }

    private static Long[] boxed(long[] traces) {
        return Arrays.stream(traces).boxed().toArray(Long[]::new);
    }
}
