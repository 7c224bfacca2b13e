package org.sampan.digest.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sampan.digest.mailserver.ListAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
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
            version.content().texts().forEach(text -> keep(version, text));
            keepFiles(version);
            of(
                            version,
                            "update statement_version set traced = true where statement_id = :statement and number = :number")
                    .update();
        });
    }

    private void keep(StatementVersion version, Text text) {
        Long[] traces = boxed(Traces.of(Traces.letters(text.body().text())));
        of(version, """
                        insert into statement_trace (list, trace, statement_id, number, language, of)
                        select list, trace, :statement, :number, :language, :of
                        from unnest(cast(:lists as text[])) list, unnest(cast(:traces as bigint[])) trace
                        on conflict do nothing""")
                .param("lists", names(version.content().lists()))
                .param("language", text.language().toLanguageTag())
                .param("of", traces.length)
                .param("traces", traces)
                .update();
    }

    private void keepFiles(StatementVersion version) {
        of(version, """
                        insert into statement_file_trace (list, sha256, statement_id, number)
                        select list, sha256, :statement, :number
                        from unnest(cast(:lists as text[])) list, unnest(cast(:files as text[])) sha256
                        on conflict do nothing""")
                .param("lists", names(version.content().lists()))
                .param(
                        "files",
                        version.content().files().stream()
                                .map(StatementFile::sha256)
                                .toArray(String[]::new))
                .update();
    }

    private StatementSpec of(StatementVersion version, String sql) {
        return database.sql(sql)
                .param("statement", version.id().statement().value())
                .param("number", version.id().number());
    }

    @Override
    public List<Match> find(String letters, List<ListAddress> lists, int limit) {
        return database.sql("""
                        select statement_id, number, language, count(distinct trace)::float / max(of) as shared
                        from statement_trace
                        where list = any (cast(:lists as text[])) and trace = any (cast(:traces as bigint[]))
                        group by statement_id, number, language
                        order by shared desc, statement_id desc, number desc limit :limit""")
                .param("lists", names(lists))
                .param("traces", boxed(Traces.of(letters)))
                .param("limit", limit)
                .query((row, number) -> new Match(
                        version(row), Locale.forLanguageTag(row.getString("language")), row.getDouble("shared")))
                .list();
    }

    @Override
    public List<VersionId> withFile(String sha256, List<ListAddress> lists) {
        return database.sql("""
                        select distinct statement_id, number from statement_file_trace
                        where list = any (cast(:lists as text[])) and sha256 = :sha256
                        order by statement_id desc, number desc limit 20""")
                .param("lists", names(lists))
                .param("sha256", sha256)
                .query((row, number) -> version(row))
                .list();
    }

    private static String[] names(List<ListAddress> lists) {
        return lists.stream().map(ListAddress::text).toArray(String[]::new);
    }

    private static VersionId version(ResultSet row) throws SQLException {
        return new VersionId(new StatementId(row.getLong("statement_id")), row.getInt("number"));
    }

    private static Long[] boxed(long[] traces) {
        return Arrays.stream(traces).boxed().toArray(Long[]::new);
    }
}
