package org.sampan.digest.clipping;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which clippings are one document in several languages. */
final class JdbcVersions {
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
                .param("ids", JdbcClippingRows.numbers(ids))
                .query(row -> {
                    found.putIfAbsent(new ClippingId(row.getLong("asked")), new ClippingId(row.getLong("found")));
                });
        return found;
    }

    Map<ClippingId, Long> documents(Collection<ClippingId> ids) {
        Map<ClippingId, Long> found = new HashMap<>();
        database.sql("select clipping_id, document from clipping_version where clipping_id = any (?)")
                .param(JdbcClippingRows.numbers(ids))
                .query(row -> {
                    found.put(new ClippingId(row.getLong("clipping_id")), row.getLong("document"));
                });
        return found;
    }

    /** All versions of both are one document from now on. */
    void link(ClippingId one, ClippingId other) {
        database.sql("""
                        with document as (select nextval('clipping_document') as number),
                        group_of_both as (
                          select cast(:one as bigint) as clipping_id
                          union select cast(:other as bigint)
                          union select v.clipping_id from clipping_version v
                            where v.document in (select document from clipping_version where clipping_id in (:one, :other))
                        )
                        insert into clipping_version (clipping_id, document)
                        select clipping_id, number from group_of_both, document
                        on conflict (clipping_id) do update set document = excluded.document""")
                .param("one", one.value())
                .param("other", other.value())
                .update();
    }

    void unlink(ClippingId id) {
        database.sql("delete from clipping_version where clipping_id = ?")
                .param(id.value())
                .update();
    }
}
