package org.sampan.digest.clipping;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Takes the words out of clippings, in a transaction of others; their numbers and origins stay. */
final class JdbcEmptying {
    private static final List<String> TABLES_OF_WORDS = List.of(
            "clipping_words", "clipping_band", "clipping_version", "clipping_file", "saved_copy", "watched_link");

    private final JdbcClient database;

    JdbcEmptying(JdbcClient database) {
        this.database = database;
    }

    /** @return how many there were */
    int empty(Collection<ClippingId> clippings, Instant at) {
        Long[] ids = clippings.stream().map(ClippingId::value).toArray(Long[]::new);
        TABLES_OF_WORDS.forEach(table -> database.sql("delete from " + table + " where clipping_id = any (?)")
                .param(ids)
                .update());
        database.sql("""
                        delete from clipping_wording where (source_url, item) in (
                          select source_url, item from clipping_origin where clipping_id = any (?))""").param(ids).update();
        return database.sql("""
                        update clipping set title = '', title_key = '', byline = null, outlet = null, link = null, html = '',
                            summary = '', topics = '{}', edited = true, taken_down_at = ? where id = any (?)""").param(Timestamp.from(at)).param(ids).update();
    }
}
