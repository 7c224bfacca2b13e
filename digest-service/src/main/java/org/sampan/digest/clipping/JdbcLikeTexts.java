package org.sampan.digest.clipping;

import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Finds clippings by the bands of their texts' sketches. */
final class JdbcLikeTexts {
    /** Those that share most bands come first; texts that matter share more than the stray ones do. */
    private static final int MOST = 20;

    private final JdbcClient database;

    JdbcLikeTexts(JdbcClient database) {
        this.database = database;
    }

    void keep(ClippingId id, long[] bands) {
        database.sql("insert into clipping_band (band, clipping_id) select unnest(?), ? on conflict do nothing")
                .param(boxed(bands))
                .param(id.value())
                .update();
    }

    List<ClippingId> find(long[] bands) {
        return database.sql("""
                        select clipping_id from clipping_band where band = any (?)
                        group by clipping_id order by count(*) desc, clipping_id desc limit ?""")
                .param(boxed(bands))
                .param(MOST)
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .list();
    }

    void moveTo(ClippingId kept, ClippingId other) {
        database.sql("""
                        insert into clipping_band (band, clipping_id)
                        select band, ? from clipping_band where clipping_id = ? on conflict do nothing""").param(kept.value()).param(other.value()).update();
    }

    private static Long[] boxed(long[] bands) {
        return Arrays.stream(bands).boxed().toArray(Long[]::new);
    }
}
