package org.sampan.digest.clipping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Out of PostgreSQL, and back. */
@Repository
class JdbcSnapshots implements Snapshots {
    private final JdbcClient database;
    private final JdbcClippingRows rows;
    private final JdbcLikeTexts likeTexts;

    JdbcSnapshots(JdbcClient database) {
        this.database = database;
        this.rows = new JdbcClippingRows(database);
        this.likeTexts = new JdbcLikeTexts(database);
    }

    @Override
    public Optional<Snapshot> take(ClippingId id) {
        return database.sql("select * from clipping where id = ? and state <> 'taken-down' for update")
                .param(id.value())
                .query((row, number) -> snapshot(id, row))
                .optional();
    }

    private Snapshot snapshot(ClippingId id, ResultSet row) throws SQLException {
        return new Snapshot(
                id,
                JdbcClippingRows.story(row),
                row.getBoolean("omitted"),
                row.getBoolean("edited"),
                row.getTimestamp("collected_at").toInstant(),
                items(id),
                numbers("select band from clipping_band where clipping_id = ? order by band", id),
                copies(id),
                numbers("select number from clipping_file where clipping_id = ? order by number", id));
    }

    private List<Snapshot.Item> items(ClippingId id) {
        return database.sql(
                        "select source_url as source, item from clipping_origin where clipping_id = ? order by 1, 2")
                .param(id.value())
                .query(Snapshot.Item.class)
                .list();
    }

    private List<Snapshot.Copy> copies(ClippingId id) {
        return database.sql("select url, sha256 from saved_copy where clipping_id = ? order by 1, 2")
                .param(id.value())
                .query(Snapshot.Copy.class)
                .list();
    }

    private List<Long> numbers(String sql, ClippingId id) {
        return database.sql(sql).param(id.value()).query(Long.class).list();
    }

    @Override
    public void restoreStory(Snapshot past) {
        database.sql("update clipping set omitted = ?, edited = ? where id = ?")
                .param(past.omitted())
                .param(past.edited())
                .param(past.id().value())
                .update();
        rows.update(past.id(), past.story());
    }

    @Override
    public boolean bringBack(Snapshot gone, Snapshot holder) {
        boolean whole = take(holder.id())
                .filter(now -> now.items().containsAll(gone.items())
                        && now.copies().containsAll(gone.copies())
                        && now.files().containsAll(gone.files()))
                .isPresent();
        if (whole) {
            insert(gone);
            gone.items().forEach(item -> move(item, gone.id()));
            gone.copies().forEach(copy -> move(copy, gone.id(), holder.id()));
            gone.files().forEach(file -> move(file, gone.id()));
            keepBands(gone);
            keepBands(holder);
        }
        return whole;
    }

    private void keepBands(Snapshot past) {
        database.sql("delete from clipping_band where clipping_id = ?")
                .param(past.id().value())
                .update();
        likeTexts.keep(
                past.id(), past.bands().stream().mapToLong(Long::longValue).toArray());
    }

    private void insert(Snapshot gone) {
        database.sql("""
                        insert into clipping (id, title, title_key, kind, published_at, language, html, summary, collected_at)
                        overriding system value values (?, '', '', '', ?, '', '', '', ?)""")
                .param(gone.id().value())
                .param(Timestamp.from(gone.story().publishedAt()))
                .param(Timestamp.from(gone.collectedAt()))
                .update();
        restoreStory(gone);
    }

    private void move(Snapshot.Item item, ClippingId to) {
        database.sql("update clipping_origin set clipping_id = ? where source_url = ? and item = ?")
                .param(to.value())
                .param(item.source())
                .param(item.item())
                .update();
    }

    private void move(Snapshot.Copy copy, ClippingId to, ClippingId from) {
        database.sql("update saved_copy set clipping_id = ? where clipping_id = ? and url = ? and sha256 = ?")
                .param(to.value())
                .param(from.value())
                .param(copy.url())
                .param(copy.sha256())
                .update();
    }

    private void move(Long file, ClippingId to) {
        database.sql("update clipping_file set clipping_id = ? where number = ?")
                .param(to.value())
                .param(file)
                .update();
    }

    @Override
    public boolean dissolve(Snapshot made, ClippingId holder) {
        if (isCarried(made.id())) {
            return false;
        }
        made.items().forEach(item -> move(item, holder));
        return remove(made.id());
    }

    @Override
    public boolean remove(ClippingId id) {
        return !isCarried(id)
                && database.sql("delete from clipping where id = ?")
                                .param(id.value())
                                .update()
                        == 1;
    }

    @Override
    public boolean isCarried(ClippingId id) {
        return database.sql("select exists (select from edition_item where clipping_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }
}
