package org.sampan.mailserver.moderate;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.storage.Database;

/** Held posts in PostgreSQL. */
public final class JdbcHeldPosts implements HeldPosts {
    static final String SELECT = "select h.id, l.address, h.from_email, h.subject, h.reason, h.held_at, h.bytes,"
            + " h.decision, h.decided_by, h.decision_reason, h.decided_at"
            + " from held_post h join mailing_list l on l.id = h.list_id ";
    private static final int MOST_WAITING = 1_000;
    private static final int MOST_TO_RELEASE = 100;

    private final Jdbi jdbi;

    @Inject
    public JdbcHeldPosts(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public HeldPost hold(Post post, Reason reason) {
        return jdbi.inTransaction(handle -> {
            insert(handle, post, reason);
            return handle.createQuery(SELECT + "where h.id = :id")
                    .bind("id", post.id().text())
                    .map(JdbcHeldPosts::heldPost)
                    .one();
        });
    }

    @Override
    public List<HeldPost> waiting(MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + "where h.list_id = :list and h.decision is null order by h.held_at, h.id limit :limit")
                .bind("list", list.id())
                .bind("limit", MOST_WAITING)
                .map(JdbcHeldPosts::heldPost)
                .list());
    }

    @Override
    public long count() {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from held_post where decision is null")
                .mapTo(long.class)
                .one());
    }

    @Override
    public Optional<HeldPost> find(MailingList list, PostId id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where h.list_id = :list and h.id = :id")
                .bind("list", list.id())
                .bind("id", id.text())
                .map(JdbcHeldPosts::heldPost)
                .findOne());
    }

    @Override
    public Optional<Post> post(MailingList list, PostId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select envelope_sender, authenticated_as, message"
                        + " from held_post where list_id = :list and id = :id and text_deleted_at is null")
                .bind("list", list.id())
                .bind("id", id.text())
                .map((row, context) -> post(row, list))
                .findOne());
    }

    @Override
    public boolean decide(MailingList list, PostId id, Decision decision) {
        return jdbi.withHandle(handle -> handle.createUpdate("update held_post set decision = :decision,"
                                + " decided_by = :by, decision_reason = :reason, decided_at = :at"
                                + " where list_id = :list and id = :id and decision is null")
                        .bind("decision", decision.kind().word())
                        .bind("by", decision.by())
                        .bind("reason", decision.reason())
                        .bind("at", decision.at())
                        .bind("list", list.id())
                        .bind("id", id.text())
                        .execute())
                > 0;
    }

    @Override
    public Optional<Long> number(PostId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select number from held_post where id = :id")
                .bind("id", id.text())
                .mapTo(Long.class)
                .findOne());
    }

    @Override
    public Optional<Place> numbered(long number) {
        return jdbi.withHandle(handle -> handle.createQuery("select list_id, id from held_post where number = :number")
                .bind("number", number)
                .map((row, context) -> place(row))
                .findOne());
    }

    @Override
    public List<Step> due(Instant now, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select list_id, id, steps, next_step_at from held_post"
                                + " where decision is null and notified_at is not null"
                                + " and (next_step_at is null or next_step_at <= :now) order by next_step_at nulls first limit :most")
                .bind("now", now)
                .bind("most", most)
                .map((row, context) -> new Step(
                        row.getLong("list_id"),
                        new PostId(row.getString("id")),
                        row.getInt("steps"),
                        Optional.ofNullable(row.getTimestamp("next_step_at")).map(Timestamp::toInstant)))
                .list());
    }

    @Override
    public boolean take(Step due, int taken, Instant next) {
        return jdbi.withHandle(handle -> handle.createUpdate("update held_post set steps = :taken, next_step_at = :next"
                                + " where id = :id and decision is null and next_step_at is not distinct from :at")
                        .bind("taken", taken)
                        .bind("next", next)
                        .bind("id", due.id().text())
                        .bindByType("at", due.at().orElse(null), Instant.class)
                        .execute())
                > 0;
    }

    @Override
    public List<Place> untoldAuthors(Instant before) {
        return jdbi.withHandle(handle -> handle.createQuery("select list_id, id from held_post"
                        + " where decision in ('rejected', 'expired') and told_author_at is null"
                        + " and decided_at < :before order by decided_at limit :most")
                .bind("before", before)
                .bind("most", MOST_TO_RELEASE)
                .map((row, context) -> place(row))
                .list());
    }

    @Override
    public void markAuthorTold(PostId id) {
        mark("told_author_at", id);
    }

    @Override
    public boolean needsNotice(PostId id) {
        return jdbi.withHandle(handle -> handle.createQuery("select exists (select from held_post"
                        + " where id = :id and decision is null and notified_at is null)")
                .bind("id", id.text())
                .mapTo(boolean.class)
                .one());
    }

    @Override
    public void markNotified(PostId id) {
        mark("notified_at", id);
    }

    @Override
    public List<Approved> toRelease() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select list_id, id, decided_by from held_post"
                                + " where decision in ('approved', 'accepted') and released_at is null order by decided_at limit :limit")
                .bind("limit", MOST_TO_RELEASE)
                .map((row, context) -> new Approved(
                        row.getLong("list_id"), new PostId(row.getString("id")), row.getString("decided_by")))
                .list());
    }

    @Override
    public void markReleased(PostId id) {
        mark("released_at", id);
    }

    private void mark(String column, PostId id) {
        jdbi.useHandle(handle -> handle.createUpdate("update held_post set <column> = now() where id = :id")
                .define("column", column)
                .bind("id", id.text())
                .execute());
    }

    private static void insert(Handle handle, Post post, Reason reason) {
        handle.createUpdate("insert into held_post (id, list_id, message_id, envelope_sender, authenticated_as,"
                        + " from_email, subject, reason, bytes, message) values (:id, :list, :messageId, :sender,"
                        + " :account, :from, :subject, :reason, :bytes, :message) on conflict do nothing")
                .bind("id", post.id().text())
                .bind("list", post.list().id())
                .bind("messageId", post.messageId())
                .bind(
                        "sender",
                        post.envelope().sender().map(EmailAddress::written).orElse(""))
                .bind("account", post.envelope().account().orElse(null))
                .bind("from", post.author().map(it -> it.email().written()).orElse(""))
                .bind("subject", post.subject())
                .bind("reason", reason.stored())
                .bind("bytes", post.message().size())
                .bind("message", post.message().bytes())
                .execute();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getLong("list_id"), new PostId(row.getString("id")));
    }

    private static Post post(ResultSet row, MailingList list) throws SQLException {
        Envelope envelope = new Envelope(
                EmailAddress.parse(row.getString("envelope_sender")),
                Optional.ofNullable(row.getString("authenticated_as")));
        return Post.of(list, envelope, Message.parse(row.getBytes("message")));
    }

    static HeldPost heldPost(ResultSet row, StatementContext context) throws SQLException {
        return new HeldPost(
                new PostId(row.getString("id")),
                ListAddress.of(row.getString("address")),
                row.getString("from_email"),
                row.getString("subject"),
                Reason.parse(row.getString("reason")),
                row.getTimestamp("held_at").toInstant(),
                row.getLong("bytes"),
                decision(row));
    }

    private static Optional<Decision> decision(ResultSet row) throws SQLException {
        String kind = row.getString("decision");
        return kind == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        Decision.Kind.of(kind),
                        row.getString("decided_by"),
                        row.getString("decision_reason"),
                        row.getTimestamp("decided_at").toInstant()));
    }
}
