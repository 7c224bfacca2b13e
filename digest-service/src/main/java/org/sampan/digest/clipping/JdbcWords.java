package org.sampan.digest.clipping;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The words clippings are found by. */
final class JdbcWords {
    private final JdbcClient database;

    JdbcWords(JdbcClient database) {
        this.database = database;
    }

    void keep(ClippingId id, Story story) {
        database.sql("""
                        insert into clipping_words (clipping_id, words) values (?, cast(? as tsvector))
                        on conflict (clipping_id) do update set words = excluded.words""").param(id.value()).param(Sketch.words(story).text()).update();
    }

    /** Clippings that have no words. */
    List<ClippingId> missing(int most) {
        return database.sql("""
                        select id from clipping c where state <> 'taken-down'
                        and not exists (select from clipping_words where clipping_id = c.id) limit ?""")
                .param(most)
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .list();
    }
}
