package org.sampan.digest.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.sampan.digest.clipping.Clipping;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Rows of {@code edition} and {@code edition_item} as editions, and back. */
final class JdbcEditionRows {
    private final JdbcClient database;
    private final Clippings clippings;
    private final JdbcEditionWords words;

    JdbcEditionRows(JdbcClient database, Clippings clippings) {
        this.database = database;
        this.clippings = clippings;
        this.words = new JdbcEditionWords(database);
    }

    List<Edition> select(String tail, UnaryOperator<StatementSpec> parameters) {
        return select(tail, parameters, clippings::load);
    }

    /** As it is printed: without its clippings' whole texts. */
    List<Edition> selectBrief(String tail, UnaryOperator<StatementSpec> parameters) {
        return select(tail, parameters, clippings::loadBrief);
    }

    private List<Edition> select(String tail, UnaryOperator<StatementSpec> parameters, Loading loading) {
        return parameters
                .apply(database.sql("select * from edition " + tail))
                .query((row, number) -> edition(row))
                .list()
                .stream()
                .map(bare -> whole(bare, loading))
                .toList();
    }

    private interface Loading extends Function<Collection<ClippingId>, Map<ClippingId, Clipping>> {}

    private Edition whole(Edition bare, Loading loading) {
        return bare.with(
                bare.title(),
                bare.introduction(),
                sections(bare.id(), loading),
                words.translations(bare.id()),
                words.own(bare.id()));
    }

    List<EditionHead> heads(Optional<String> series, int limit) {
        return database.sql("""
                        select e.*, (select count(*) from edition_item i
                                     where i.series = e.series and i.number = e.number) as items
                        from edition e where cast(:series as text) is null or e.series = :series
                        order by dated_at desc, series, number desc limit :limit""")
                .param("series", series.orElse(null))
                .param("limit", limit)
                .query((row, number) -> head(row))
                .list();
    }

    private static EditionHead head(ResultSet row) throws SQLException {
        return new EditionHead(
                id(row),
                row.getString("title"),
                state(row),
                row.getInt("items"),
                lastChange(row),
                row.getTimestamp("dated_at").toInstant(),
                instant(row, "sent_at"));
    }

    private static EditionId id(ResultSet row) throws SQLException {
        return new EditionId(row.getString("series"), row.getInt("number"));
    }

    private static EditionState state(ResultSet row) throws SQLException {
        return EditionState.valueOf(row.getString("state").toUpperCase(Locale.ROOT));
    }

    private static Edition.LastChange lastChange(ResultSet row) throws SQLException {
        return new Edition.LastChange(
                row.getString("changed_by"), row.getTimestamp("changed_at").toInstant());
    }

    private Edition edition(ResultSet row) throws SQLException {
        return new Edition(
                id(row),
                row.getString("title"),
                new Period(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("until").toInstant()),
                Optional.ofNullable(row.getString("introduction")),
                List.of(),
                List.of(),
                Map.of(),
                state(row),
                lastChange(row),
                row.getTimestamp("dated_at").toInstant(),
                instant(row, "sent_at"),
                instant(row, "published_at"));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }

    private record Item(Kind kind, ClippingId clipping) {}

    private List<Section> sections(EditionId id, Loading loading) {
        List<Item> items = database.sql(
                        "select kind, clipping_id from edition_item where series = ? and number = ? order by position")
                .param(id.series())
                .param(id.number())
                .query((row, number) ->
                        new Item(Kind.of(row.getString(1)).orElseThrow(), new ClippingId(row.getLong(2))))
                .list();
        Map<ClippingId, Clipping> byId =
                loading.apply(items.stream().map(Item::clipping).toList());
        Map<Kind, List<Clipping>> byKind = new LinkedHashMap<>();
        for (Item item : items) {
            Clipping clipping = byId.get(item.clipping());
            if (clipping != null) {
                byKind.computeIfAbsent(item.kind(), kind -> new ArrayList<>()).add(clipping);
            }
        }
        return byKind.entrySet().stream()
                .map(section -> new Section(section.getKey(), section.getValue()))
                .toList();
    }

    void insert(Edition edition) {
        database.sql("""
                        insert into edition (series, number, title, since, until, introduction, state, dated_at,
                                             changed_by, changed_at)
                        values (:series, :number, :title, :since, :until, :introduction, 'compiled', :dated_at,
                                :changed_by, :changed_at)""")
                .param("series", edition.id().series())
                .param("number", edition.id().number())
                .param("title", edition.title())
                .param("since", Timestamp.from(edition.period().since()))
                .param("until", Timestamp.from(edition.period().until()))
                .param("introduction", edition.introduction().orElse(null))
                .param("dated_at", Timestamp.from(edition.datedAt()))
                .param("changed_by", edition.lastChange().by())
                .param("changed_at", Timestamp.from(edition.lastChange().at()))
                .update();
        insertItems(edition);
        words.insert(edition);
        clippings.noteUse(edition.clippingIds(), Set.of());
    }

    /** One statement, however many items. */
    private void insertItems(Edition edition) {
        List<Item> items = edition.sections().stream()
                .flatMap(section ->
                        section.clippings().stream().map(clipping -> new Item(section.kind(), clipping.id())))
                .toList();
        database.sql("""
                        insert into edition_item (series, number, kind, position, clipping_id)
                        select :series, :number, item.kind, item.place - 1, item.clipping_id
                        from unnest(cast(:kinds as text[]), cast(:clippings as bigint[]))
                            with ordinality as item (kind, clipping_id, place)""")
                .param("series", edition.id().series())
                .param("number", edition.id().number())
                .param("kinds", items.stream().map(item -> item.kind().slug()).toArray(String[]::new))
                .param(
                        "clippings",
                        items.stream().map(item -> item.clipping().value()).toArray(Long[]::new))
                .update();
    }

    /** True when it is a draft; nobody else changes it then until the transaction ends. */
    boolean lockDraft(EditionId id) {
        return database.sql("select state in ('compiled', 'rendered') from edition"
                        + " where series = ? and number = ? for update")
                .param(id.series())
                .param(id.number())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void replace(Edition edition, Edition.LastChange by) {
        database.sql("""
                        update edition set title = ?, introduction = ?, state = 'compiled', changed_by = ?, changed_at = ?
                        where series = ? and number = ?""")
                .param(edition.title())
                .param(edition.introduction().orElse(null))
                .param(by.by())
                .param(Timestamp.from(by.at()))
                .param(edition.id().series())
                .param(edition.id().number())
                .update();
        Set<ClippingId> before = carried(edition.id());
        delete("edition_item", edition.id());
        insertItems(edition);
        clippings.noteUse(edition.clippingIds(), withoutEdition(before));
        words.replace(edition);
        delete("edition_approval", edition.id());
    }

    boolean remove(EditionId id) {
        Set<ClippingId> before = carried(id);
        delete("edition", id);
        clippings.noteUse(Set.of(), withoutEdition(before));
        return true;
    }

    private Set<ClippingId> carried(EditionId id) {
        return database.sql("select clipping_id from edition_item where series = ? and number = ?")
                .param(id.series())
                .param(id.number())
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .set();
    }

    /** Everybody may read what a published edition carries. */
    void noteShown(EditionId id) {
        database.sql("select published_at from edition where series = ? and number = ? and state = 'published'")
                .param(id.series())
                .param(id.number())
                .query((row, number) -> row.getTimestamp(1).toInstant())
                .optional()
                .ifPresent(at -> clippings.noteShown(carried(id), at));
    }

    /** Those that no edition of any series carries. */
    private Set<ClippingId> withoutEdition(Set<ClippingId> ids) {
        return database.sql("""
                        select id from unnest(cast(? as bigint[])) as asked (id)
                        where not exists (select from edition_item where clipping_id = id)""")
                .param(ids.stream().map(ClippingId::value).toArray(Long[]::new))
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .set();
    }

    private void delete(String table, EditionId id) {
        database.sql("delete from " + table + " where series = ? and number = ?")
                .param(id.series())
                .param(id.number())
                .update();
    }
}
