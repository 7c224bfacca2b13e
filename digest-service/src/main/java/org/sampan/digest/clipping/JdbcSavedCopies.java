package org.sampan.digest.clipping;

import java.net.URI;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Copies in PostgreSQL, which compresses them. */
@Repository
class JdbcSavedCopies implements SavedCopies {
    private final JdbcClient database;

    JdbcSavedCopies(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void keep(ClippingId id, SavedCopy copy) {
        database.sql("""
                        insert into saved_copy (clipping_id, url, sha256, fetched_at, content_type, bytes)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing""")
                .param(id.value())
                .param(copy.url().toString())
                .param(copy.sha256())
                .param(Timestamp.from(copy.fetchedAt()))
                .param(copy.contentType())
                .param(copy.bytes())
                .update();
    }

    @Override
    public List<SavedCopy> of(ClippingId id) {
        return database.sql("select * from saved_copy where clipping_id = ? order by fetched_at desc")
                .param(id.value())
                .query((row, number) -> new SavedCopy(
                        URI.create(row.getString("url")),
                        row.getTimestamp("fetched_at").toInstant(),
                        row.getString("content_type"),
                        row.getString("sha256"),
                        row.getBytes("bytes")))
                .list();
    }
}
