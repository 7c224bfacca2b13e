package org.sampan.mailserver.archive;

import java.util.List;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.content.SearchVector;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;

/** {@link ArchiveIndex} in PostgreSQL: a column of each post. */
final class JdbcArchiveIndex implements ArchiveIndex {
    private final Jdbi jdbi;

    @Inject
    JdbcArchiveIndex(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public void put(PostId post, SearchVector words) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update post set search = cast(:words as tsvector) where id = :id and search is null")
                .bind("words", words.text())
                .bind("id", post.text())
                .execute());
    }

    @Override
    public List<Unread> unread(int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, subject, from_name || ' ' || from_email as author, received from post"
                                + " where search is null order by received_at desc limit :most")
                .bind("most", most)
                .map((row, context) -> new Unread(
                        new PostId(row.getString("id")),
                        row.getString("subject"),
                        row.getString("author"),
                        row.getBytes("received")))
                .list());
    }
}
