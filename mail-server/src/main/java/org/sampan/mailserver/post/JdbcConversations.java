package org.sampan.mailserver.post;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** {@link Conversations} in PostgreSQL. */
public final class JdbcConversations implements Conversations {
    private static final int MOST_THREADS = 1_000;

    private final Jdbi jdbi;

    @Inject
    public JdbcConversations(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Month> months(MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select to_char(received_at at time zone 'UTC', 'YYYY-MM') as month, count(*) as posts"
                                + " from post where list_id = :list and listed group by 1 order by 1 desc")
                .bind("list", list.id())
                .map((row, context) -> new Month(YearMonth.parse(row.getString("month")), row.getLong("posts")))
                .list());
    }

    @Override
    public List<Thread> threads(MailingList list, YearMonth month) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        with met as (
                          select distinct thread_id from post
                          where list_id = :list and listed and received_at >= :from and received_at < :to
                        ), thread as (
                          select p.thread_id, count(*) as posts, max(p.received_at) as newest_at,
                            (array_agg(p.id order by p.received_at, p.id))[1] as first_id
                          from post p join met on met.thread_id = p.thread_id
                          where p.list_id = :list and p.listed group by p.thread_id
                        )
                        """ + JdbcPostArchive.SELECT.replace(" from post p ", ", t.newest_at, t.posts from post p ")
                                + "join thread t on t.first_id = p.id order by t.newest_at desc, p.id limit :most")
                .bind("list", list.id())
                .bind("from", month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant())
                .bind(
                        "to",
                        month.plusMonths(1)
                                .atDay(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())
                .bind("most", MOST_THREADS)
                .map((row, context) -> new Thread(
                        JdbcPostArchive.archivedPost(row, context),
                        row.getTimestamp("newest_at").toInstant(),
                        row.getLong("posts")))
                .list());
    }

    @Override
    public Optional<PostId> threadOf(MailingList list, PostId post) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select thread_id from post where list_id = :list and id = :id")
                        .bind("list", list.id())
                        .bind("id", post.text())
                        .mapTo(String.class)
                        .findOne()
                        .map(PostId::new));
    }

    @Override
    public List<ArchivedPost> posts(MailingList list, PostId thread, Optional<PostId> after, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(JdbcPostArchive.SELECT
                        + "where p.list_id = :list and p.listed and p.thread_id = :thread and " + JdbcPostArchive.BEHIND
                        + " order by p.received_at, p.id limit :limit")
                .bind("list", list.id())
                .bind("thread", thread.text())
                .bind("after", after.map(PostId::text).orElse(null))
                .bind("limit", limit)
                .map(JdbcPostArchive::archivedPost)
                .list());
    }

    @Override
    public List<ArchivedPost> all(MailingList list, Optional<PostId> after, Span span, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(JdbcPostArchive.SELECT
                        + "where p.list_id = :list and p.listed and " + JdbcPostArchive.BEHIND
                        + " and (cast(:from as timestamptz) is null or p.received_at >= :from)"
                        + " and (cast(:to as timestamptz) is null or p.received_at < :to)"
                        + " order by p.received_at, p.id limit :limit")
                .bind("list", list.id())
                .bind("after", after.map(PostId::text).orElse(null))
                .bind("from", span.from().orElse(null))
                .bind("to", span.to().orElse(null))
                .bind("limit", limit)
                .map(JdbcPostArchive::archivedPost)
                .list());
    }
}
