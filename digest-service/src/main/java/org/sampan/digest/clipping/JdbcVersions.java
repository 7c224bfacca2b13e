package org.sampan.digest.clipping;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which clippings are one document in several languages, in PostgreSQL. */
@Repository
class JdbcVersions implements Versions {
    /** What a translation has to say too. */
    private static final String TEXT = "md5(o.title || chr(10) || o.summary || chr(10) || o.html)";

    private final JdbcClient database;

    JdbcVersions(JdbcClient database) {
        this.database = database;
    }

    List<ClippingId> of(ClippingId id) {
        return database.sql("""
                        select other.clipping_id from clipping_version me
                        join clipping_version other on other.document = me.document
                        where me.clipping_id = :id and other.clipping_id <> :id""")
                .param("id", id.value())
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .list();
    }

    private record VersionOf(ClippingId id, Version version) {}

    @Override
    public Map<ClippingId, List<Version>> of(Collection<ClippingId> ids) {
        Map<ClippingId, List<Version>> all = database
                .sql("""
                        select me.clipping_id as me, c.id, c.language, c.title,
                               exists (select from clipping_version t where t.original_id = c.id) as original,
                               coalesce(v.original_text <> %s, false) as stale
                        from clipping_version me
                        join clipping_version v on v.document = me.document
                        join clipping c on c.id = v.clipping_id and c.state <> 'taken-down'
                        left join clipping o on o.id = v.original_id
                        where me.clipping_id = any (:ids) order by c.language, c.id""".formatted(TEXT))
                .param("ids", numbers(ids))
                .query((row, number) -> new VersionOf(new ClippingId(row.getLong("me")), version(row)))
                .list()
                .stream()
                .collect(groupingBy(VersionOf::id, mapping(VersionOf::version, toList())));
        all.values().removeIf(versions -> versions.size() == 1);
        return all;
    }

    private static Version version(ResultSet row) throws SQLException {
        return new Version(
                new ClippingId(row.getLong("id")),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("title"),
                row.getBoolean("original"),
                row.getBoolean("stale"));
    }

    /** By the clipping asked for, its version in a language; the main subtag counts. */
    Map<ClippingId, ClippingId> in(Locale language, Collection<ClippingId> ids) {
        Map<ClippingId, ClippingId> found = new HashMap<>();
        database.sql("""
                        select me.clipping_id as asked, other.clipping_id as found from clipping_version me
                        join clipping_version other
                            on other.document = me.document and other.clipping_id <> me.clipping_id
                        join clipping c on c.id = other.clipping_id and split_part(c.language, '-', 1) = :language
                        join clipping original on original.id = me.clipping_id
                            and split_part(original.language, '-', 1) <> :language
                        where me.clipping_id = any (:ids) order by other.clipping_id""")
                .param("language", language.getLanguage())
                .param("ids", numbers(ids))
                .query(row -> {
                    found.putIfAbsent(new ClippingId(row.getLong("asked")), new ClippingId(row.getLong("found")));
                });
        return found;
    }

    Map<ClippingId, Long> documents(Collection<ClippingId> ids) {
        Map<ClippingId, Long> found = new HashMap<>();
        database.sql("select clipping_id, document from clipping_version where clipping_id = any (?)")
                .param(numbers(ids))
                .query(row -> {
                    found.put(new ClippingId(row.getLong("clipping_id")), row.getLong("document"));
                });
        return found;
    }

    /** All versions of both are one document from now on; those of {@code other} are translations of one's original. */
    void link(ClippingId one, ClippingId other) {
        database.sql("""
                        with document as (select nextval('clipping_document') as number),
                        original as (
                          select o.id, %s as text from clipping o
                          where o.id = coalesce((select original_id from clipping_version where clipping_id = :one), :one)
                        ),
                        known as (
                          select v.* from clipping_version v
                          where v.document in (select document from clipping_version where clipping_id in (:one, :other))
                        ),
                        group_of_both as (
                          select cast(:one as bigint) as clipping_id
                          union select cast(:other as bigint)
                          union select clipping_id from known
                        )
                        insert into clipping_version (clipping_id, document, original_id, original_text)
                        select g.clipping_id, number, case when g.clipping_id <> o.id then o.id end,
                               case when g.clipping_id = o.id then null
                                    when k.original_id = o.id then k.original_text else o.text end
                        from group_of_both g cross join document cross join original o
                        left join known k on k.clipping_id = g.clipping_id
                        on conflict (clipping_id) do update set document = excluded.document,
                          original_id = excluded.original_id, original_text = excluded.original_text""".formatted(TEXT))
                .param("one", one.value())
                .param("other", other.value())
                .update();
    }

    /** What was translated from it is translated from nothing known. */
    void unlink(ClippingId id) {
        database.sql("update clipping_version set original_id = null, original_text = null where original_id = ?")
                .param(id.value())
                .update();
        database.sql("delete from clipping_version where clipping_id = ?")
                .param(id.value())
                .update();
    }

    @Override
    public void confirm(ClippingId translation) {
        database.sql("""
                        update clipping_version v set original_text = %s
                        from clipping o where o.id = v.original_id and v.clipping_id = ?""".formatted(TEXT)).param(translation.value()).update();
    }

    @Override
    public void declareOriginal(ClippingId id) {
        database.sql("""
                        update clipping_version v set
                          original_id = case when v.clipping_id <> o.id then o.id end,
                          original_text = case when v.clipping_id <> o.id then %s end
                        from clipping_version me join clipping o on o.id = me.clipping_id
                        where me.clipping_id = ? and v.document = me.document""".formatted(TEXT)).param(id.value()).update();
    }

    @Override
    public List<Link> links(Collection<ClippingId> ids) {
        return database.sql("select * from clipping_version where clipping_id = any (:ids) order by clipping_id")
                .param("ids", numbers(ids))
                .query((row, number) -> new Link(
                        new ClippingId(row.getLong("clipping_id")),
                        row.getLong("document"),
                        Optional.ofNullable(row.getObject("original_id", Long.class))
                                .map(ClippingId::new),
                        Optional.ofNullable(row.getString("original_text"))))
                .list();
    }

    @Override
    public void restore(Collection<ClippingId> ids, List<Link> past) {
        database.sql("delete from clipping_version where clipping_id = any (:ids)")
                .param("ids", numbers(ids))
                .update();
        past.forEach(this::insert);
    }

    private void insert(Link link) {
        database.sql("""
                        insert into clipping_version (clipping_id, document, original_id, original_text)
                        values (?, ?, ?, ?)""")
                .param(link.id().value())
                .param(link.document())
                .param(link.original().map(ClippingId::value).orElse(null))
                .param(link.originalText().orElse(null))
                .update();
    }

    private static Long[] numbers(Collection<ClippingId> ids) {
        return ids.stream().map(ClippingId::value).toArray(Long[]::new);
    }
}
