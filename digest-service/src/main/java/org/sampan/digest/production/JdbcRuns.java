package org.sampan.digest.production;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.edition.EditionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Runs in PostgreSQL. */
@Repository
class JdbcRuns implements Runs {
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
        return database.sql("select * from run where id = ?")
                .param(id.value())
                .query((row, number) -> run(row))
                .optional();
    }

    @Override
    public List<RunId> unfinished() {
        return database.sql("select id from run where state = 'running' order by id")
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

    @Override
    public void end(RunId id, RunState state, String message) {
        database.sql("update run set state = ?, message = ?, ended_at = now() where id = ? and state = 'running'")
                .param(state.slug())
                .param(message)
                .param(id.value())
                .update();
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
                series.map(slug -> new EditionId(slug, number)));
    }

    private RunRequest request(String job, String request) {
        return job.equals("collect")
                ? new RunRequest.Collecting(
                        json.readTree(request).path("impatient").asBoolean(true))
                : json.readValue(request, RunRequest.Producing.class);
    }
}
