package org.sampan.mailserver.post;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** The archive in PostgreSQL. */
public final class JdbcPostArchive implements PostArchive {
    static final String SELECT = "select p.id, l.address, p.message_id, p.in_reply_to, p.from_email, p.from_name,"
            + " p.subject, p.received_at, p.bytes from post p join mailing_list l on l.id = p.list_id ";

    /** Younger than the post {@code :after}. */
    static final String BEHIND = "(cast(:after as text) is null or (p.received_at, p.id) >"
            + " (select received_at, id from post where id = :after))";

    private final Jdbi jdbi;

    @Inject
    public JdbcPostArchive(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public void store(Post post, Instant receivedAt, Map<String, byte[]> sent) {
        store(post, receivedAt, sent, true);
    }

    @Override
    public void storeUnlisted(Post digest, Instant receivedAt, Map<String, byte[]> sent) {
        store(digest, receivedAt, sent, false);
    }

    private void store(Post post, Instant receivedAt, Map<String, byte[]> sent, boolean listed) {
        jdbi.useTransaction(handle -> {
            if (insert(handle, post, receivedAt, listed)) {
                insertVariants(handle, post.id(), sent);
            }
        });
    }

    @Override
    public boolean isFannedOut(PostId post) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select exists (select from post where id = :id and fanned_out_at is not null)")
                .bind("id", post.text())
                .mapTo(boolean.class)
                .one());
    }

    @Override
    public long countBy(MailingList list, EmailAddress author, long most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from (select from post where list_id = :list"
                                + " and lower(from_email) = :author and fanned_out_at is not null and listed limit :most) as counted")
                .bind("list", list.id())
                .bind("author", author.key())
                .bind("most", most)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void markFannedOut(PostId post) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update post set fanned_out_at = now() where id = :id and fanned_out_at is null")
                .bind("id", post.text())
                .execute());
    }

    @Override
    public Optional<ArchivedPost> find(MailingList list, PostId post) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where p.list_id = :list and p.id = :id")
                .bind("list", list.id())
                .bind("id", post.text())
                .map(JdbcPostArchive::archivedPost)
                .findOne());
    }

    @Override
    public List<ArchivedPost> page(MailingList list, Page page) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where p.list_id = :list and p.listed"
                        + " and (cast(:since as timestamptz) is null or p.received_at >= :since and p.imported_at is null)"
                        + " and (cast(:after as text) is null or (p.received_at, p.id) <"
                        + " (select received_at, id from post where id = :after))"
                        + " order by p.received_at desc, p.id desc limit :limit")
                .bind("list", list.id())
                .bind("since", page.since().orElse(null))
                .bind("after", page.after().map(PostId::text).orElse(null))
                .bind("limit", page.limit())
                .map(JdbcPostArchive::archivedPost)
                .list());
    }

    @Override
    public Optional<byte[]> received(MailingList list, PostId post) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select received from post where list_id = :list and id = :id")
                        .bind("list", list.id())
                        .bind("id", post.text())
                        .mapTo(byte[].class)
                        .findOne());
    }

    /** Of an old post as it was received: what the other server sent is all there is. */
    @Override
    public Optional<byte[]> sent(MailingList list, PostId post, String language) {
        return jdbi.withHandle(handle -> handle.createQuery("select coalesce(v.message, p.received)"
                        + " from post p left join post_variant v on v.post_id = p.id"
                        + " where p.list_id = :list and p.id = :id"
                        + " and (v.post_id is not null or p.imported_at is not null and length(p.received) > 0)"
                        + " order by v.language = :language desc, v.language limit 1")
                .bind("list", list.id())
                .bind("id", post.text())
                .bind("language", language)
                .mapTo(byte[].class)
                .findOne());
    }

    private static boolean insert(Handle handle, Post post, Instant receivedAt, boolean listed) {
        List<String> answered = MessageIds.answered(post.message().headers());
        return handle.createUpdate("insert into post (id, list_id, message_id, in_reply_to, thread_id, from_email,"
                                + " from_name, subject, bytes, received_at, received, listed) values (:id, :list, :messageId,"
                                + " :inReplyTo, :thread, :fromEmail, :fromName, :subject, :bytes, :receivedAt, :received, :listed)"
                                + " on conflict do nothing")
                        .bind("id", post.id().text())
                        .bind("list", post.list().id())
                        .bind("messageId", post.messageId())
                        .bind("inReplyTo", answered.stream().findFirst().orElse(null))
                        .bind("thread", threadOf(handle, post, answered))
                        .bind(
                                "fromEmail",
                                post.author().map(it -> it.email().written()).orElse(""))
                        .bind("fromName", post.author().map(Author::name).orElse(""))
                        .bind("subject", post.subject())
                        .bind("bytes", post.message().size())
                        .bind("receivedAt", receivedAt)
                        .bind("received", post.message().bytes())
                        .bind("listed", listed)
                        .execute()
                > 0;
    }

    /** The thread of the nearest post it answers that this list has; else one of its own. */
    private static String threadOf(Handle handle, Post post, List<String> answered) {
        return handle.createQuery(
                        "select p.thread_id from unnest(:answered) with ordinality a (message_id, nearness)"
                                + " join post p on p.list_id = :list and p.message_id = a.message_id order by a.nearness limit 1")
                .bindArray("answered", String.class, answered.toArray())
                .bind("list", post.list().id())
                .mapTo(String.class)
                .findOne()
                .orElse(post.id().text());
    }

    private static void insertVariants(Handle handle, PostId post, Map<String, byte[]> sent) {
        PreparedBatch batch = handle.prepareBatch(
                "insert into post_variant (post_id, language, message) values (:post, :language, :message)");
        sent.forEach((language, message) -> batch.bind("post", post.text())
                .bind("language", language)
                .bind("message", message)
                .add());
        batch.execute();
    }

    static ArchivedPost archivedPost(ResultSet row, StatementContext context) throws SQLException {
        return new ArchivedPost(
                new PostId(row.getString("id")),
                ListAddress.of(row.getString("address")),
                row.getString("message_id"),
                Optional.ofNullable(row.getString("in_reply_to")),
                row.getString("from_email"),
                row.getString("from_name"),
                row.getString("subject"),
                row.getTimestamp("received_at").toInstant(),
                row.getLong("bytes"));
    }
}
