package org.sampan.digest.clipping;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Rows of {@code clipping} and {@code clipping_origin} as clippings, and back. */
final class JdbcClippingRows {
    private static final String INSERT = """
            insert into clipping (title, title_key, kind, published_at, byline, outlet, language, country, topics, link,
                                  html, summary, collected_at)
            values (:title, :title_key, :kind, :published_at, :byline, :outlet, :language, :country, :topics, :link,
                    :html, :summary, :collected_at) returning id""";

    private static final String BRIEF = """
            id, title, kind, published_at, byline, outlet, language, country, topics, link, '' as html, summary,
            collected_at, state""";

    private static final String BESIDE = """
            worded as (
              insert into clipping_words (clipping_id, words, least)
              select id, cast(:words as tsvector), cast(:least as bigint[]) from made),
            met as (
              insert into clipping_origin (source_url, item, clipping_id, link, guid, fingerprint, seen_at, original)
              select :source, :item, id, cast(:origin_link as text), cast(:guid as text), :fingerprint, :collected_at,
                     cast(:original as text)
              from made),
            banded as (
              insert into clipping_band (band, clipping_id) select unnest(cast(:bands as bigint[])), id from made
              on conflict do nothing)
            """;

    /** Where clippings were met, and what those sources say of their texts; a removed one has said its last. */
    static final String ORIGINS = """
            select o.*, case when s.url is null then f.excerpt else s.excerpt end as excerpt,
                   case when s.url is null then f.rights else s.rights end as rights
            from clipping_origin o left join source s on s.url = o.source_url
            left join former_source f on f.url = o.source_url
            """;

    private final JdbcClient database;
    private final JdbcWords words;

    JdbcClippingRows(JdbcClient database) {
        this.database = database;
        this.words = new JdbcWords(database);
    }

    List<Clipping> load(Collection<ClippingId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return select(
                "where id = any (:ids) and state <> 'taken-down' order by id",
                statement -> statement.param("ids", numbers(ids)));
    }

    /** Those that exist, in the order they are asked for. */
    List<Clipping> loadInOrder(List<ClippingId> ids) {
        Map<ClippingId, Clipping> byId =
                load(ids).stream().collect(Collectors.toMap(Clipping::id, clipping -> clipping));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }

    /** One parameter, however many. */
    static Long[] numbers(Collection<ClippingId> ids) {
        return ids.stream().map(ClippingId::value).toArray(Long[]::new);
    }

    /** Two queries, however many rows. */
    List<Clipping> select(String tail, UnaryOperator<StatementSpec> parameters) {
        return select("*", tail, parameters);
    }

    /** Without their whole texts, which are most of what a clipping is. */
    List<Clipping> selectBrief(String tail, UnaryOperator<StatementSpec> parameters) {
        return select(BRIEF, tail, parameters);
    }

    private List<Clipping> select(String columns, String tail, UnaryOperator<StatementSpec> parameters) {
        List<Clipping> bare = parameters
                .apply(database.sql("select " + columns + " from clipping " + tail))
                .query((row, number) -> clipping(row))
                .list();
        Map<Long, List<Origin>> origins = origins(bare);
        return bare.stream()
                .map(one -> new Clipping(
                        one.id(),
                        one.story(),
                        origins.getOrDefault(one.id().value(), List.of()),
                        one.collectedAt(),
                        one.state()))
                .toList();
    }

    private Map<Long, List<Origin>> origins(List<Clipping> clippings) {
        Map<Long, List<Origin>> byClipping = new HashMap<>();
        if (clippings.isEmpty()) {
            return byClipping;
        }
        database.sql(ORIGINS + "where o.clipping_id = any (:ids) order by o.seen_at, o.source_url, o.item")
                .param("ids", numbers(clippings.stream().map(Clipping::id).toList()))
                .query(row -> {
                    byClipping
                            .computeIfAbsent(row.getLong("clipping_id"), id -> new ArrayList<>())
                            .add(origin(row));
                });
        return byClipping;
    }

    private static Clipping clipping(ResultSet row) throws SQLException {
        return new Clipping(
                new ClippingId(row.getLong("id")),
                story(row),
                List.of(),
                row.getTimestamp("collected_at").toInstant(),
                ClippingState.of(row.getString("state")).orElseThrow());
    }

    static Story story(ResultSet row) throws SQLException {
        return new Story(
                row.getString("title"),
                Kind.of(row.getString("kind")).orElseThrow(),
                row.getTimestamp("published_at").toInstant(),
                Optional.ofNullable(row.getString("byline")),
                Optional.ofNullable(row.getString("outlet")),
                Locale.forLanguageTag(row.getString("language")),
                Optional.ofNullable(row.getString("country")).map(Country::new),
                topics(row),
                Optional.ofNullable(row.getString("link")).map(URI::create),
                row.getString("html"),
                row.getString("summary"));
    }

    private static List<Topic> topics(ResultSet row) throws SQLException {
        return Stream.of((String[]) row.getArray("topics").getArray())
                .map(Topic::new)
                .toList();
    }

    static Origin origin(ResultSet row) throws SQLException {
        return new Origin(
                URI.create(row.getString("source_url")),
                Optional.ofNullable(row.getString("link")).map(URI::create),
                Optional.ofNullable(row.getString("guid")),
                row.getTimestamp("seen_at").toInstant(),
                Optional.ofNullable(row.getString("original")),
                new Terms(
                        Optional.ofNullable(row.getObject("excerpt", Integer.class)),
                        Optional.ofNullable(row.getString("rights")).stream().toList()));
    }

    ClippingId insert(Offer offer) {
        ClippingId made = withStory(database.sql(INSERT), offer.story())
                .param("collected_at", Timestamp.from(offer.origin().seenAt()))
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .single();
        words.keep(made, offer.story());
        return made;
    }

    /** With its origin, words and bands, in one statement. */
    Clipping insert(Sketch sketch) {
        Offer offer = sketch.offer();
        ClippingId made = withStory(
                        database.sql("with made as (" + INSERT + ")," + BESIDE + " select id from made"), offer.story())
                .param("collected_at", Timestamp.from(offer.origin().seenAt()))
                .param("words", sketch.words().text())
                .param("source", offer.origin().source().toString())
                .param("item", offer.item())
                .param("origin_link", offer.origin().link().map(URI::toString).orElse(null))
                .param("guid", offer.origin().guid().orElse(null))
                .param("original", offer.origin().original().orElse(null))
                .param("fingerprint", sketch.fingerprint())
                .param("bands", sketch.bands())
                .param("least", sketch.minHash().least())
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .single();
        return new Clipping(
                made, offer.story(), List.of(offer.origin()), offer.origin().seenAt(), ClippingState.NEW);
    }

    void update(ClippingId id, Story story) {
        StatementSpec statement = database.sql("""
                update clipping set title = :title, title_key = :title_key, kind = :kind,
                    published_at = :published_at, byline = :byline, outlet = :outlet, language = :language,
                    country = :country, topics = :topics, link = :link, html = :html, summary = :summary
                where id = :id""");
        withStory(statement, story).param("id", id.value()).update();
        words.keep(id, story);
    }

    /** The desk has changed it; also said of one that is gone. */
    boolean isEdited(long clipping) {
        return database.sql("select edited from clipping where id = ?")
                .param(clipping)
                .query(Boolean.class)
                .optional()
                .orElse(true);
    }

    /** Of clippings that have none: kept before there was an index. */
    int readWords(int most) {
        List<ClippingId> ids = words.missing(most);
        load(ids).forEach(clipping -> words.keep(clipping.id(), clipping.story()));
        return ids.size();
    }

    void keepWording(URI source, String item, Story story) {
        StatementSpec statement = database.sql("""
                insert into clipping_wording (source_url, item, title, title_key, kind, published_at, byline, outlet,
                                              language, country, topics, link, html, summary)
                values (:source, :item, :title, :title_key, :kind, :published_at, :byline, :outlet,
                        :language, :country, :topics, :link, :html, :summary)
                on conflict (source_url, item) do update set title = :title, title_key = :title_key, kind = :kind,
                    published_at = :published_at, byline = :byline, outlet = :outlet, language = :language,
                    country = :country, topics = :topics, link = :link, html = :html, summary = :summary""");
        withStory(statement, story)
                .param("source", source.toString())
                .param("item", item)
                .update();
    }

    private static StatementSpec withStory(StatementSpec statement, Story story) {
        return statement
                .param("title", story.title())
                .param("title_key", TitleKey.of(story.title()).value())
                .param("kind", story.kind().slug())
                .param("published_at", Timestamp.from(story.publishedAt()))
                .param("byline", story.byline().orElse(null))
                .param("outlet", story.outlet().orElse(null))
                .param("language", story.language().toLanguageTag())
                .param("country", story.country().map(Country::code).orElse(null))
                .param("topics", story.topics().stream().map(Topic::slug).toArray(String[]::new))
                .param("link", story.link().map(URI::toString).orElse(null))
                .param("html", story.html())
                .param("summary", story.summary());
    }
}
