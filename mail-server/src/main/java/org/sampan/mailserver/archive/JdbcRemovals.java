package org.sampan.mailserver.archive;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.content.SearchVector;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;

/** {@link Removals} in PostgreSQL. */
final class JdbcRemovals implements Removals {
    private static final String SELECT = "select r.post_id, r.kind, r.removed_by, r.reason, r.removed_at"
            + " from post_removal r join post p on p.id = r.post_id where p.list_id = :list ";

    private final Jdbi jdbi;

    @Inject
    JdbcRemovals(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public boolean remove(MailingList list, Removal removal) {
        return jdbi.inTransaction(handle -> {
            if (!isThere(handle, list, removal.post())) {
                return false;
            }
            handle.createUpdate("update post set from_email = '', from_name = '', subject = '', bytes = 0,"
                            + " received = '', search = '' where id = :id")
                    .bind("id", removal.post().text())
                    .execute();
            forgetCopies(handle, removal.post());
            handle.createUpdate(
                            "update held_post set from_email = '', subject = '', envelope_sender = '' where id = :id")
                    .bind("id", removal.post().text())
                    .execute();
            return leaveTrace(handle, removal);
        });
    }

    @Override
    public boolean redact(MailingList list, Removal removal, byte[] message, SearchVector search) {
        return jdbi.inTransaction(handle -> {
            if (!isThere(handle, list, removal.post())) {
                return false;
            }
            handle.createUpdate("update post set bytes = :bytes, received = :message,"
                            + " search = cast(:search as tsvector) where id = :id")
                    .bind("id", removal.post().text())
                    .bind("bytes", message.length)
                    .bind("message", message)
                    .bind("search", search.text())
                    .execute();
            forgetCopies(handle, removal.post());
            handle.createUpdate("insert into post_variant (post_id, language, message) values (:id, '', :message)")
                    .bind("id", removal.post().text())
                    .bind("message", message)
                    .execute();
            return leaveTrace(handle, removal);
        });
    }

    @Override
    public List<Removal> ofThread(MailingList list, PostId thread) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "and p.thread_id = :thread order by r.removed_at, r.id")
                        .bind("list", list.id())
                        .bind("thread", thread.text())
                        .map(JdbcRemovals::removal)
                        .list());
    }

    @Override
    public Optional<Removal> of(MailingList list, PostId post) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "and p.id = :id order by r.id desc limit 1")
                .bind("list", list.id())
                .bind("id", post.text())
                .map(JdbcRemovals::removal)
                .findOne());
    }

    @Override
    public List<Written> writtenBy(EmailAddress author) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select p.list_id, l.address, p.id from post p join mailing_list l on l.id = p.list_id"
                                + " where lower(p.from_email) = :author and p.from_email <> ''"
                                + " order by l.address, p.received_at")
                .bind("author", author.key())
                .map((row, context) ->
                        new Written(row.getLong("list_id"), row.getString("address"), new PostId(row.getString("id"))))
                .list());
    }

    private static boolean isThere(Handle handle, MailingList list, PostId post) {
        return handle.createQuery("select 1 from post p where p.list_id = :list and p.id = :id and not exists"
                        + " (select from post_removal r where r.post_id = p.id and r.kind = 'removed') for update")
                .bind("list", list.id())
                .bind("id", post.text())
                .mapTo(Integer.class)
                .findOne()
                .isPresent();
    }

    /** What was sent, what a moderator saw, and what the ledger keeps of sends that are over. */
    private static void forgetCopies(Handle handle, PostId post) {
        handle.createUpdate("delete from post_variant where post_id = :id")
                .bind("id", post.text())
                .execute();
        handle.createUpdate("update held_post set message = '', bytes = 0 where id = :id")
                .bind("id", post.text())
                .execute();
        handle.createUpdate("delete from delivery_variant where delivery_id in"
                        + " (select id from delivery where post_id = :id and state in ('finished', 'cancelled'))")
                .bind("id", post.text())
                .execute();
    }

    private static boolean leaveTrace(Handle handle, Removal removal) {
        return handle.createUpdate("insert into post_removal (post_id, kind, removed_by, reason, removed_at)"
                                + " values (:post, :kind, :by, :reason, :at)")
                        .bind("post", removal.post().text())
                        .bind("kind", removal.kind().word())
                        .bind("by", removal.by())
                        .bind("reason", removal.reason())
                        .bind("at", removal.at())
                        .execute()
                == 1;
    }

    private static Removal removal(ResultSet row, StatementContext context) throws SQLException {
        return new Removal(
                new PostId(row.getString("post_id")),
                Removal.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getString("removed_by"),
                row.getString("reason"),
                row.getTimestamp("removed_at").toInstant());
    }
}
