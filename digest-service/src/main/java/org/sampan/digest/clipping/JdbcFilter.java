package org.sampan.digest.clipping;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.digest.search.SearchQuery;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/**
 * A filter as conditions in SQL. All but words and source are answered out of the index {@code clipping_desk} alone,
 * newest first, without looking at a single clipping.
 */
final class JdbcFilter {
    private static final String FOUND = """
            with found as materialized (
              select clipping_id from clipping_words where words @@ cast(:words as tsquery))
            """;

    private static final String PAGE_AND_COUNTS = """
            select w.state, count(*) as number, array(
              select p.id from wanted p where (cast(:state as text) is null or p.state = :state)
              and (cast(:after as bigint) is null
                   or (p.published_at, p.id) < (select published_at, id from clipping where id = :after))
              order by p.published_at desc, p.id desc limit :limit) as page
            from wanted w group by w.state""";

    private final List<String> conditions = new ArrayList<>(List.of("c.state <> 'taken-down'"));
    private final Map<String, Object> values = new HashMap<>();

    private JdbcFilter(ClippingFilter filter) {
        filter.kind().ifPresent(kind -> add("c.kind = :kind", "kind", kind.slug()));
        filter.country().ifPresent(country -> add("c.country = :country", "country", country.code()));
        filter.topic().ifPresent(topic -> add("cast(:topic as text) = any (c.topics)", "topic", topic.slug()));
        filter.language()
                .map(Locale::getLanguage)
                .ifPresent(tag -> add("split_part(c.language, '-', 1) = :language", "language", tag));
        filter.since().ifPresent(since -> add("c.published_at >= :since", "since", Timestamp.from(since)));
        filter.until().ifPresent(until -> add("c.published_at < :until", "until", Timestamp.from(until)));
        filter.source()
                .ifPresent(source -> add(
                        "c.id in (select clipping_id from clipping_origin where source_url = :source)",
                        "source",
                        source.toString()));
        if (!filter.words().isBlank()) {
            String query = SearchQuery.of(filter.words()).text();
            add("c.id in (select clipping_id from found)", "words", query);
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private StatementSpec select(JdbcClient database, String what, String tail) {
        return database.sql((values.containsKey("words") ? FOUND : "") + "select " + what + " from clipping c where "
                        + String.join(" and ", conditions) + " " + tail)
                .params(values);
    }

    /** Newest first; {@code after} is the last of the page before. */
    static List<ClippingId> page(JdbcClient database, ClippingFilter filter, Optional<ClippingId> after, int limit) {
        JdbcFilter where = new JdbcFilter(filter);
        filter.state().ifPresent(state -> where.add("c.state = :state", "state", state.slug()));
        after.ifPresent(last -> where.add(
                "(c.published_at, c.id) < (select published_at, id from clipping where id = :after)",
                "after",
                last.value()));
        return where.select(database, "c.id", "order by c.published_at desc, c.id desc limit " + limit)
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .list();
    }

    /** Of what everybody may read, the latest shown first. */
    static List<ClippingId> shown(JdbcClient database, ClippingFilter filter, Optional<ClippingId> after, int limit) {
        JdbcFilter where = new JdbcFilter(filter);
        where.conditions.add("c.shown_at is not null");
        after.ifPresent(last -> where.add(
                "(c.shown_at, c.published_at, c.id) < (select shown_at, published_at, id from clipping where id = :after)",
                "after",
                last.value()));
        return where.select(database, "c.id", "order by c.shown_at desc, c.published_at desc, c.id desc limit " + limit)
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .list();
    }

    /** The page; how many there are in each state is put into {@code counts}. What has the words is looked for once. */
    static List<ClippingId> find(
            JdbcClient database,
            ClippingFilter filter,
            Optional<ClippingId> after,
            int limit,
            Map<ClippingState, Integer> counts) {
        JdbcFilter where = new JdbcFilter(filter);
        where.values.put("state", filter.state().map(ClippingState::slug).orElse(null));
        where.values.put("after", after.map(ClippingId::value).orElse(null));
        where.values.put("limit", limit);
        List<ClippingId> page = new ArrayList<>();
        database.sql(FOUND + where.wanted() + PAGE_AND_COUNTS)
                .params(where.values)
                .query(row -> {
                    counts.put(ClippingState.of(row.getString("state")).orElseThrow(), row.getInt("number"));
                    if (page.isEmpty()) {
                        Stream.of((Long[]) row.getArray("page").getArray())
                                .map(ClippingId::new)
                                .forEach(page::add);
                    }
                });
        return page;
    }

    private String wanted() {
        return ", wanted as materialized (select c.id, c.state, c.published_at from clipping c where "
                + String.join(" and ", conditions) + ") ";
    }

    static Map<ClippingState, Integer> noCounts() {
        Map<ClippingState, Integer> counts = new EnumMap<>(ClippingState.class);
        Stream.of(ClippingState.values()).forEach(state -> counts.put(state, 0));
        return counts;
    }

    /** Whatever state the filter asks for. */
    static Map<ClippingState, Integer> count(JdbcClient database, ClippingFilter filter) {
        Map<ClippingState, Integer> counts = noCounts();
        new JdbcFilter(filter)
                .select(database, "c.state, count(*)", "group by c.state")
                .query(row -> {
                    counts.put(ClippingState.of(row.getString(1)).orElseThrow(), row.getInt(2));
                });
        return counts;
    }
}
