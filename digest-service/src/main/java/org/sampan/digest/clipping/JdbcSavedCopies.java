package org.sampan.digest.clipping;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    public List<KeptCopy> of(ClippingId id) {
        return database.sql("""
                        select url, fetched_at, content_type, sha256, octet_length(bytes) as bytes
                        from saved_copy where clipping_id = ? order by fetched_at desc""")
                .param(id.value())
                .query((row, number) -> kept(row))
                .list();
    }

    @Override
    public Map<ClippingId, KeptCopy> newest(Collection<ClippingId> ids) {
        Map<ClippingId, KeptCopy> newest = new HashMap<>();
        database.sql("""
                        select distinct on (clipping_id) clipping_id, url, fetched_at, content_type, sha256,
                               octet_length(bytes) as bytes
                        from saved_copy where clipping_id = any (?) order by clipping_id, fetched_at desc""").param(JdbcClippingRows.numbers(ids)).query(row -> {
            newest.put(new ClippingId(row.getLong("clipping_id")), kept(row));
        });
        return newest;
    }

    private static KeptCopy kept(ResultSet row) throws SQLException {
        return new KeptCopy(
                URI.create(row.getString("url")),
                row.getTimestamp("fetched_at").toInstant(),
                row.getString("content_type"),
                row.getString("sha256"),
                row.getLong("bytes"));
    }

    @Override
    public Optional<SavedCopy> find(ClippingId id, String sha256) {
        return database.sql("select * from saved_copy where clipping_id = ? and sha256 = ? limit 1")
                .param(id.value())
                .param(sha256)
                .query((row, number) -> copy(row))
                .optional();
    }

    static SavedCopy copy(ResultSet row) throws SQLException {
        return new SavedCopy(
                URI.create(row.getString("url")),
                row.getTimestamp("fetched_at").toInstant(),
                row.getString("content_type"),
                row.getString("sha256"),
                row.getBytes("bytes"));
    }
}
