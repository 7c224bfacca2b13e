package org.sampan.digest.clipping;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bands of clippings' texts, by which like ones are found. */
final class JdbcLikeTexts {
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

    void moveTo(ClippingId kept, ClippingId other) {
        database.sql("""
                        insert into clipping_band (band, clipping_id)
                        select band, ? from clipping_band where clipping_id = ? on conflict do nothing""").param(kept.value()).param(other.value()).update();
    }

    private static Long[] boxed(long[] bands) {
        return Arrays.stream(bands).boxed().toArray(Long[]::new);
    }
}
