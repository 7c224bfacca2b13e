package org.sampan.digest.source;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sources in PostgreSQL. */
@Repository
class JdbcSources implements Sources {
    private static final String SELECT = """
            select s.*, (select count(*) from clipping_origin o where o.source_url = s.url) as items,
                   array(select key from jsonb_each_text(s.categories) order by key) as category_names,
                   array(select value from jsonb_each_text(s.categories) order by key) as category_kinds
            from source s
            """;

    private static final String CATEGORIES = """
            (select coalesce(jsonb_object_agg(k, v), '{}')
             from unnest(cast(:names as text[]), cast(:kinds as text[])) as pair (k, v))""";

    private final JdbcClient database;
    private final TransactionTemplate transaction;

    JdbcSources(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Source> all() {
        return database.sql(SELECT + "order by s.id")
                .query((row, number) -> source(row))
                .list();
    }

    @Override
    public Map<URI, String> names() {
        Map<URI, String> names = new LinkedHashMap<>();
        database.sql("select url, name from source order by name, id").query(row -> {
            names.put(URI.create(row.getString("url")), row.getString("name"));
        });
        return names;
    }

    @Override
    public Optional<Source> find(SourceId id) {
        return database.sql(SELECT + "where s.id = ?")
                .param(id.value())
                .query((row, number) -> source(row))
                .optional();
    }

    @Override
    public Optional<Source> findUrl(URI url) {
        return database.sql(SELECT + "where s.url = :url or s.moved_to = :url order by s.url <> :url limit 1")
                .param("url", url.toString())
                .query((row, number) -> source(row))
                .optional();
    }

    @Override
    public Source add(NewSource source) {
        Optional<Source> known = findUrl(source.url());
        if (known.isPresent()) {
            return known.get();
        }
        insert(source);
        return findUrl(source.url()).orElseThrow();
    }

    private void insert(NewSource source) {
        said(
                        database.sql("insert into source (url, name, kind, categories, excerpt, rights)"
                                        + " values (:url, :name, :kind, " + CATEGORIES
                                        + ", :excerpt, :rights) on conflict (url) do nothing")
                                .param("url", source.url().toString()),
                        source)
                .update();
    }

    @Override
    public boolean change(SourceId id, NewSource source) {
        return said(
                                database.sql("update source set name = :name, kind = :kind, categories = " + CATEGORIES
                                                + ", excerpt = :excerpt, rights = :rights where id = :id")
                                        .param("id", id.value()),
                                source)
                        .update()
                == 1;
    }

    private static StatementSpec said(StatementSpec statement, NewSource source) {
        Map<String, Kind> categories = new TreeMap<>(source.categories());
        return statement
                .param("name", source.name())
                .param("kind", source.kind().map(Kind::slug).orElse(null))
                .param("names", categories.keySet().toArray(String[]::new))
                .param("kinds", categories.values().stream().map(Kind::slug).toArray(String[]::new))
                .param("excerpt", source.excerpt().orElse(null))
                .param("rights", source.rights().orElse(null));
    }

    private record DayOfSource(URI url, LocalDate day, int items) {}

    @Override
    public Map<URI, Map<LocalDate, Integer>> itemsByDay(LocalDate since, ZoneId zone) {
        return database
                .sql("""
                        select source_url, cast(seen_at at time zone ? as date) as day, count(*) as items
                        from clipping_origin where seen_at >= ? group by 1, 2""")
                .param(zone.getId())
                .param(Timestamp.from(since.atStartOfDay(zone).toInstant()))
                .query((row, number) -> new DayOfSource(
                        URI.create(row.getString("source_url")),
                        row.getObject("day", LocalDate.class),
                        row.getInt("items")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        DayOfSource::url, Collectors.toMap(DayOfSource::day, DayOfSource::items)));
    }

    @Override
    public boolean remove(SourceId id) {
        return database.sql("""
                        with gone as (delete from source where id = ? returning url, excerpt, rights),
                             kept as (insert into former_source (url, excerpt, rights) select * from gone
                                      on conflict (url) do update set excerpt = excluded.excerpt, rights = excluded.rights)
                        select count(*) from gone""").param(id.value()).query(Integer.class).single() == 1;
    }

    @Override
    public void collected(SourceId id, Instant at, Validators validators) {
        database.sql("""
                        update source set state = 'ok', last_collected_at = ?, last_problem = null, failures = 0,
                            retry_at = null, etag = ?, last_modified = ? where id = ?""")
                .param(Timestamp.from(at))
                .param(validators.etag().orElse(null))
                .param(validators.lastModified().orElse(null))
                .param(id.value())
                .update();
    }

    @Override
    public void moved(SourceId id, URI to, Instant at) {
        database.sql("update source set moved_to = ?, moved_at = ? where id = ?")
                .param(to.toString())
                .param(Timestamp.from(at))
                .param(id.value())
                .update();
    }

    @Override
    public void failed(SourceId id, Instant at, String problem, Optional<Duration> pause) {
        transaction.executeWithoutResult(status -> database.sql("""
                        update source set state = 'ailing', last_collected_at = ?, last_problem = ?,
                            failures = failures + 1 where id = ? returning failures""")
                .param(Timestamp.from(at))
                .param(problem)
                .param(id.value())
                .query(Integer.class)
                .optional()
                .ifPresent(failures -> database.sql("update source set retry_at = ? where id = ?")
                        .param(Timestamp.from(at.plus(RetryPause.after(failures, pause))))
                        .param(id.value())
                        .update()));
    }

    @Override
    public void addDeclared(List<NewSource> sources) {
        transaction.executeWithoutResult(status -> {
            int first = database.sql("insert into declared (what) values ('sources') on conflict do nothing")
                    .update();
            if (first == 1) {
                sources.forEach(this::insert);
            }
        });
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                new SourceId(row.getLong("id")),
                new NewSource(
                        URI.create(row.getString("url")),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("kind")).flatMap(Kind::of),
                        categories(row),
                        Optional.ofNullable(row.getObject("excerpt", Integer.class)),
                        Optional.ofNullable(row.getString("rights"))),
                new Condition(
                        SourceState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getTimestamp("last_collected_at"))
                                .map(Timestamp::toInstant),
                        Optional.ofNullable(row.getString("last_problem")),
                        row.getInt("failures"),
                        Optional.ofNullable(row.getTimestamp("retry_at")).map(Timestamp::toInstant),
                        moved(row)),
                new Validators(
                        Optional.ofNullable(row.getString("etag")),
                        Optional.ofNullable(row.getString("last_modified"))),
                row.getInt("items"));
    }

    private static Optional<Condition.Moved> moved(ResultSet row) throws SQLException {
        String to = row.getString("moved_to");
        return to == null
                ? Optional.empty()
                : Optional.of(new Condition.Moved(
                        URI.create(to), row.getTimestamp("moved_at").toInstant()));
    }

    private static Map<String, Kind> categories(ResultSet row) throws SQLException {
        String[] names = (String[]) row.getArray("category_names").getArray();
        String[] kinds = (String[]) row.getArray("category_kinds").getArray();
        Map<String, Kind> categories = new HashMap<>();
        for (int i = 0; i < names.length; i++) {
            categories.put(names[i], Kind.of(kinds[i]).orElseThrow());
        }
        return categories;
    }
}
