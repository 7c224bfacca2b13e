package org.sampan.digest.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code statement} and {@code statement_version} as statements, and back. */
final class JdbcStatementRows {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient database;

    JdbcStatementRows(JdbcClient database) {
        this.database = database;
    }

    /** In the order of the numbers. */
    List<Statement> load(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<Long, List<StatementVersion>> versions = database
                .sql("select * from statement_version where statement_id in (:ids) order by statement_id, number")
                .param("ids", ids)
                .query((row, number) -> version(row))
                .list()
                .stream()
                .collect(Collectors.groupingBy(it -> it.id().statement().value()));
        Map<Long, Statement> found = database
                .sql("select * from statement where id in (:ids)")
                .param("ids", ids)
                .query((row, number) -> statement(row, versions.getOrDefault(row.getLong("id"), List.of())))
                .list()
                .stream()
                .collect(Collectors.toMap(it -> it.id().value(), it -> it));
        return ids.stream()
                .map(id -> Optional.ofNullable(found.get(id)))
                .flatMap(Optional::stream)
                .toList();
    }

    void insert(StatementVersion version) {
        database.sql("""
                        insert into statement_version
                          (statement_id, number, state, content, changed_by, changed_at)
                        values (:statement, :number, :state, cast(:content as jsonb), :by, :at)""")
                .param("statement", version.id().statement().value())
                .param("number", version.id().number())
                .param("state", version.state().word())
                .param("content", version.content().toJson())
                .param("by", version.changedBy())
                .param("at", at(version.changedAt()))
                .update();
    }

    /** False when another revision is kept. */
    boolean update(StatementVersion version) {
        return database.sql("""
                        update statement_version set revision = revision + 1, state = :state,
                          content = cast(:content as jsonb), changed_by = :by, changed_at = :at,
                          approval = cast(:approval as jsonb), rejection = cast(:rejection as jsonb),
                          embargo_until = :embargo, begun_at = :begun, finished_at = :finished
                        where statement_id = :statement and number = :number and revision = :revision""")
                        .param("state", version.state().word())
                        .param("content", version.content().toJson())
                        .param("by", version.changedBy())
                        .param("at", at(version.changedAt()))
                        .param("approval", json(version.approval()))
                        .param("rejection", json(version.rejection()))
                        .param("embargo", at(version.content().embargo().map(Embargo::until)))
                        .param("begun", at(version.begunAt()))
                        .param("finished", at(version.finishedAt()))
                        .param("statement", version.id().statement().value())
                        .param("number", version.id().number())
                        .param("revision", version.revision())
                        .update()
                == 1;
    }

    static @Nullable String json(Optional<?> value) {
        return value.map(JSON::writeValueAsString).orElse(null);
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable OffsetDateTime at(Optional<Instant> instant) {
        return instant.map(JdbcStatementRows::at).orElse(null);
    }

    private static StatementVersion version(ResultSet row) throws SQLException {
        return new StatementVersion(
                new VersionId(new StatementId(row.getLong("statement_id")), row.getInt("number")),
                row.getInt("revision"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                Content.fromJson(row.getString("content")),
                row.getString("changed_by"),
                instant(row, "changed_at").orElseThrow(),
                read(row, "approval", Approval.class),
                read(row, "rejection", Rejection.class),
                instant(row, "begun_at"),
                instant(row, "finished_at"));
    }

    private static Statement statement(ResultSet row, List<StatementVersion> versions) throws SQLException {
        return new Statement(
                new StatementId(row.getLong("id")),
                instant(row, "created_at").orElseThrow(),
                row.getString("created_by"),
                versions,
                read(row, "withdrawal", Withdrawal.class));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    private static <T> Optional<T> read(ResultSet row, String column, Class<T> type) throws SQLException {
        return Optional.ofNullable(row.getString(column)).map(json -> JSON.readValue(json, type));
    }
}
