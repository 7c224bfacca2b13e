package org.sampan.digest.production;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.edition.EditionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs in PostgreSQL. */
@Repository
class JdbcRuns implements Runs {
    private static final String ALL = "id, job, request, state, step, done, total, message, result, series, number,"
            + " started_at, again_at, ended_at";
    private static final String WITHOUT_RESULT = ALL.replace("result", "null as result");

    private final JdbcClient database;
    private final JsonMapper json;

    JdbcRuns(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    @Override
    public RunId add(RunRequest request) {
        return database.sql("insert into run (job, request) values (?, cast(? as jsonb)) returning id")
                .param(request.job())
                .param(json.writeValueAsString(request))
                .query((row, number) -> new RunId(row.getLong(1)))
                .single();
    }

    @Override
    public Optional<Run> find(RunId id) {
        return database.sql("select " + ALL + " from run where id = ?")
                .param(id.value())
                .query((row, number) -> run(row))
                .optional();
    }

    @Override
    public List<Run> page(Optional<RunId> before, int limit) {
        return database.sql("select " + WITHOUT_RESULT + " from run where id < ? order by id desc limit ?")
                .param(before.map(RunId::value).orElse(Long.MAX_VALUE))
                .param(limit)
                .query((row, number) -> run(row))
                .list();
    }

    @Override
    public List<Run> of(EditionId edition) {
        return database.sql("select " + WITHOUT_RESULT
                        + " from run where series = ? and number = ? order by id desc limit 50")
                .param(edition.series())
                .param(edition.number())
                .query((row, number) -> run(row))
                .list();
    }

    @Override
    public List<RunId> unfinished(Instant now) {
        return database.sql("select id from run where state = 'running' and (again_at is null or again_at <= ?)"
                        + " order by id")
                .param(Timestamp.from(now))
                .query((row, number) -> new RunId(row.getLong(1)))
                .list();
    }

    @Override
    public void progress(RunId id, String step, int done, int total) {
        database.sql("update run set step = ?, done = ?, total = ? where id = ? and state = 'running'")
                .param(step)
                .param(done)
                .param(total)
                .param(id.value())
                .update();
    }

    @Override
    public void concerns(RunId id, EditionId edition) {
        database.sql("update run set series = ?, number = ? where id = ?")
                .param(edition.series())
                .param(edition.number())
                .param(id.value())
                .update();
    }

    @Override
    public void keepResult(RunId id, String result) {
        database.sql("update run set result = cast(? as jsonb) where id = ?")
                .param(result)
                .param(id.value())
                .update();
    }

    /** Of the same document in other languages one may have been printed for another. */
    @Override
    public void forget(ClippingId clipping) {
        database.sql("""
                        update run set result = result - array['text', 'html', 'introduction', 'translations', 'words']
                        where job = 'edition' and (jsonb_path_exists(
                          result, '$.sections[*].clippings[*] ? (@ == $id)', jsonb_build_object('id', :id))
                          or jsonb_exists(result -> 'words', cast(:id as text))
                          or jsonb_exists(result, 'html'))""").param("id", clipping.value()).update();
    }

    @Override
    public void end(RunId id, RunState state, String message) {
        database.sql("update run set state = ?, message = ?, ended_at = now() where id = ? and state = 'running'")
                .param(state.slug())
                .param(message)
                .param(id.value())
                .update();
    }

    @Override
    public void postpone(RunId id, Instant at, String message) {
        database.sql("update run set again_at = ?, message = ? where id = ? and state = 'running'")
                .param(Timestamp.from(at))
                .param(message)
                .param(id.value())
                .update();
    }

    @Override
    public boolean reopen(RunId id) {
        return database.sql("""
                                update run set state = 'running', message = '', ended_at = null, again_at = null,
                                               stop_wanted_by = null
                                where id = ? and state in ('failed', 'stopped', 'waiting')""").param(id.value()).update() == 1;
    }

    @Override
    public boolean wantStop(RunId id, String by) {
        return database.sql("""
                                update run set stop_wanted_by = :by,
                                    state = case when state = 'waiting' or again_at is not null then 'stopped' else state end,
                                    ended_at = case when again_at is not null then now() else ended_at end
                                where id = :id and state in ('running', 'waiting')""").param("by", by).param("id", id.value()).update() == 1;
    }

    @Override
    public void wantBack(RunId id, String by) {
        database.sql("update run set stop_wanted_by = ? where id = ? and state = 'done'")
                .param(by)
                .param(id.value())
                .update();
    }

    @Override
    public Optional<String> stopWanted(RunId id) {
        return database.sql("select stop_wanted_by from run where id = ? and stop_wanted_by is not null")
                .param(id.value())
                .query(String.class)
                .optional();
    }

    @Override
    public void say(RunId id, RunLine line) {
        database.sql("insert into run_line (run_id, at, what, detail) values (?, ?, ?, ?)")
                .param(id.value())
                .param(Timestamp.from(line.at()))
                .param(line.what())
                .param(line.detail())
                .update();
    }

    @Override
    public List<RunLine> lines(RunId id) {
        return database.sql("select * from run_line where run_id = ? order by id")
                .param(id.value())
                .query((row, number) ->
                        new RunLine(row.getTimestamp("at").toInstant(), row.getString("what"), row.getString("detail")))
                .list();
    }

    private Run run(ResultSet row) throws SQLException {
        Optional<String> series = Optional.ofNullable(row.getString("series"));
        int number = row.getInt("number");
        return new Run(
                new RunId(row.getLong("id")),
                request(row.getString("job"), row.getString("request")),
                RunState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("step"),
                row.getInt("done"),
                row.getInt("total"),
                row.getString("message"),
                Optional.ofNullable(row.getString("result")),
                series.map(slug -> new EditionId(slug, number)),
                row.getTimestamp("started_at").toInstant(),
                instant(row, "again_at"),
                instant(row, "ended_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private RunRequest request(String job, String request) {
        return job.equals("collect")
                ? collecting(json.readTree(request))
                : json.readValue(request, RunRequest.Producing.class);
    }

    /** Earlier runs lack what they did not know of. */
    private static RunRequest.Collecting collecting(JsonNode request) {
        JsonNode backfill = request.path("backfill");
        return new RunRequest.Collecting(
                request.path("impatient").asBoolean(true),
                Optional.of(backfill)
                        .filter(JsonNode::isObject)
                        .map(it -> new RunRequest.Backfill(
                                it.get("source").asLong(), it.get("pages").asInt())));
    }
}
