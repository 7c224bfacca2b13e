package org.sampan.digest.edition;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.ClippingId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which clippings editions carry, by rows of {@code edition_item}. */
final class JdbcCarriers {
    private final JdbcClient database;

    JdbcCarriers(JdbcClient database) {
        this.database = database;
    }

    private record Carried(ClippingId clipping, EditionId edition) {}

    /** The editions that carry each, the oldest first; without those that none carries. */
    Map<ClippingId, List<EditionId>> of(Collection<ClippingId> clippings) {
        return database
                .sql("""
                        select clipping_id, series, number from edition_item where clipping_id = any (?)
                        order by clipping_id, series, number""")
                .param(clippings.stream().map(ClippingId::value).toArray(Long[]::new))
                .query((row, number) -> new Carried(
                        new ClippingId(row.getLong("clipping_id")),
                        new EditionId(row.getString("series"), row.getInt("number"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Carried::clipping, Collectors.mapping(Carried::edition, Collectors.toList())));
    }

    /** Those of these that an edition of the series carries, be it in another language. */
    Set<ClippingId> carried(String series, Collection<ClippingId> ids) {
        return database
                .sql("""
                        with asked as (select id from unnest(cast(:ids as bigint[])) as one (id)),
                        documents as (
                          select asked.id, other.clipping_id from asked
                          join clipping_version me on me.clipping_id = asked.id
                          join clipping_version other on other.document = me.document
                          union select id, id from asked
                        )
                        select distinct d.id from documents d
                        join edition_item i on i.series = :series and i.clipping_id = d.clipping_id""")
                .param("series", series)
                .param("ids", ids.stream().map(ClippingId::value).toArray(Long[]::new))
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }
}
