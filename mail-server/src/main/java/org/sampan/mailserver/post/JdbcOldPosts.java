package org.sampan.mailserver.post;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Old posts in PostgreSQL. */
public final class JdbcOldPosts implements OldPosts {
    private static final int DEEPEST = 100;
    // Not "values": the driver would make one statement of many, that does not see the threads of its own rows.
    private static final String KEEP = """
            insert into post (id, list_id, message_id, in_reply_to, thread_id, from_email, from_name, subject, bytes, received_at,
              received, listed, imported_at)
            select cast(:id as text), cast(:list as bigint), cast(:messageId as text), cast(:inReplyTo as text),
              coalesce((select p.thread_id from unnest(cast(:answered as text[])) with ordinality a (message_id, nearness)
                join post p on p.list_id = :list and p.message_id = a.message_id order by a.nearness limit 1), :id),
              cast(:fromEmail as text), cast(:fromName as text), cast(:subject as text), cast(:bytes as bigint),
              cast(:at as timestamptz), cast(:received as bytea), true, now()
            on conflict do nothing""";
    // What answers something later would go round in a circle.
    private static final String JOIN = """
            with early as (
              select r.id, parent.thread_id from post r
              join post parent on parent.list_id = r.list_id and parent.message_id = r.in_reply_to
              where r.list_id = :list and r.in_reply_to is not null and r.thread_id = r.id and parent.thread_id <> r.id
                and (parent.received_at, parent.id) < (r.received_at, r.id)
            )
            update post p set thread_id = early.thread_id from early where p.thread_id = early.id and p.list_id = :list""";
    private static final String TRY = """
            with tried as (
              insert into tried_post select t.id from unnest(cast(:ids as text[])) t (id) on conflict do nothing returning id
            )
            select count(*) from tried where not exists (select from post p where p.id = tried.id)""";

    private final Jdbi jdbi;

    @Inject
    public JdbcOldPosts(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public int keep(MailingList list, List<OldPost> posts) {
        return jdbi.inTransaction(handle -> {
            Set<String> known = known(handle, posts);
            List<OldPost> others = posts.stream()
                    .filter(it -> !known.contains(it.post().id().text()))
                    .toList();
            if (others.isEmpty()) {
                return 0;
            }
            PreparedBatch batch = handle.prepareBatch(KEEP);
            others.forEach(it -> bind(batch, list, it));
            return Arrays.stream(batch.execute()).sum();
        });
    }

    /** Whoever goes on where an import broke off need not send all texts once more. */
    private static Set<String> known(Handle handle, List<OldPost> posts) {
        return handle.createQuery("select id from post where id = any (:ids)")
                .bindArray("ids", String.class, ids(posts))
                .mapTo(String.class)
                .set();
    }

    private static Object[] ids(List<OldPost> posts) {
        return posts.stream().map(it -> it.post().id().text()).toArray();
    }

    private static void bind(PreparedBatch batch, MailingList list, OldPost old) {
        Post post = old.post();
        List<String> answered = MessageIds.answered(post.message().headers());
        batch.bind("id", post.id().text())
                .bind("list", list.id())
                .bind("messageId", post.messageId())
                .bind("inReplyTo", answered.stream().findFirst().orElse(null))
                .bindArray("answered", String.class, answered.toArray())
                .bind("fromEmail", post.author().map(it -> it.email().written()).orElse(""))
                .bind("fromName", printable(post.author().map(Author::name).orElse("")))
                .bind("subject", printable(post.subject()))
                .bind("bytes", post.message().size())
                .bind("at", old.at())
                .bind("received", post.message().bytes())
                .add();
    }

    /** Old mails have whatever bytes; PostgreSQL takes no NUL. */
    private static String printable(String text) {
        return text.replace('\0', '\uFFFD');
    }

    @Override
    public int joinThreads(MailingList list) {
        int joined = 0;
        for (int round = 0; round < DEEPEST; round++) {
            int now = jdbi.withHandle(
                    handle -> handle.createUpdate(JOIN).bind("list", list.id()).execute());
            joined += now;
            if (now == 0) {
                break;
            }
        }
        return joined;
    }

    @Override
    public Trial trial(MailingList list) {
        Handle handle = jdbi.open();
        handle.execute("create temporary table if not exists tried_post (id text primary key)");
        handle.execute("truncate tried_post");
        return new JdbcTrial(handle);
    }

    private record JdbcTrial(Handle handle) implements Trial {
        @Override
        public int keep(List<OldPost> posts) {
            return handle.createQuery(TRY)
                    .bindArray("ids", String.class, ids(posts))
                    .mapTo(Integer.class)
                    .one();
        }

        @Override
        public void close() {
            handle.execute("drop table tried_post");
            handle.close();
        }
    }
}
