package org.sampan.digest.source;

import java.net.URI;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bookmarks in PostgreSQL; a source that is removed and comes back has its own again. */
@Repository
class JdbcBookmarks implements Bookmarks {
    private final JdbcClient database;

    JdbcBookmarks(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Bookmark> find(URI source) {
        return database.sql("select * from archive_bookmark where source_url = ?")
                .param(source.toString())
                .query((row, number) -> new Bookmark(
                        row.getInt("page"),
                        Optional.ofNullable(row.getString("next")).map(URI::create),
                        row.getBoolean("until_known")))
                .optional();
    }

    @Override
    public void put(URI source, Bookmark bookmark) {
        database.sql("""
                        insert into archive_bookmark (source_url, page, next, until_known)
                        values (:source, :page, :next, :known)
                        on conflict (source_url) do update set page = :page, next = :next, until_known = :known""")
                .param("source", source.toString())
                .param("page", bookmark.page())
                .param("next", bookmark.next().map(URI::toString).orElse(null))
                .param("known", bookmark.untilKnown())
                .update();
    }
}
