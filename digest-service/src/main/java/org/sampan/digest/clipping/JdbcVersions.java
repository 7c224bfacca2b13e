package org.sampan.digest.clipping;

import java.util.List;
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
