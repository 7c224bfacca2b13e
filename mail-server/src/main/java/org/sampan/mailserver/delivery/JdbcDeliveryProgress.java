package org.sampan.mailserver.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.delivery.RecipientStatus.Status;
import org.sampan.mailserver.post.PostId;

/** Reads how far a delivery is, and what holds it up. */
final class JdbcDeliveryProgress {
    private static final String PROGRESS = """
            select d.*,
              case
                when d.state = 'paused' or d.started_at is null then 0
                when d.state = 'active' and d.offered_at is null
                  then (d.sent - d.pace_from_sent)
                    / greatest(extract(epoch from now() - coalesce(d.pace_from_at, d.started_at)), 0.001)
                else d.sent / greatest(extract(epoch from coalesce(d.offered_at, d.finished_at, now()) - d.started_at), 0.001)
              end as per_second,
              (select min(next_attempt_at) from delivery_problem x
                where x.delivery_id = d.id and x.status = 'deferred') as next_attempt_at,
              case when d.timed then (select min(due_at) from delivery_batch b
                where b.delivery_id = d.id and b.state = 'waiting') end as next_due_at,
              d.timed and not exists (select from delivery_batch b
                where b.delivery_id = d.id and b.state in ('ready', 'leased')) as none_due,
              d.finished_at is null or d.recipients = 0
                or exists (select from delivery_batch b where b.delivery_id = d.id) as recipients_kept
            from delivery d where d.post_id = :post""";
    private static final String REASONS = """
            select x.status, substring(x.last_reply from '^[0-9]{3}(?: [0-9]\\.[0-9]{1,3}\\.[0-9]{1,3})?') as code,
              min(x.last_reply) as reply, count(*) as copies
            from (select case status when 'retrying' then 'deferred' else status end as status, last_reply
              from delivery_problem where status in ('deferred', 'retrying', 'failed')
                and delivery_id = (select id from delivery where post_id = :post)) x
            group by 1, 2 order by 4 desc, 3 limit :most""";
    private static final String TROUBLED = """
            select x.person_id, coalesce(p.written_as, '') as email, x.status, x.attempts, x.last_reply, x.next_attempt_at
            from delivery_problem x left join person p on p.id = x.person_id
            where x.delivery_id = (select id from delivery where post_id = :post) and x.person_id > :after
              and (case x.status when 'retrying' then 'deferred' else x.status end) = any (:statuses)
            order by x.person_id limit :most""";

    private JdbcDeliveryProgress() {}

    static Optional<DeliveryProgress> find(Handle handle, PostId post) {
        return handle.createQuery(PROGRESS)
                .bind("post", post.text())
                .map((row, context) -> progress(row))
                .findOne();
    }

    static List<CommonReason> reasons(Handle handle, PostId post, int most) {
        return handle.createQuery(REASONS)
                .bind("post", post.text())
                .bind("most", most)
                .map((row, context) -> new CommonReason(
                        Status.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                        Optional.ofNullable(row.getString("code")).orElse(""),
                        row.getString("reply"),
                        row.getLong("copies")))
                .list();
    }

    static List<TroubledCopy> troubled(Handle handle, PostId post, Set<Status> statuses, Page page) {
        return handle.createQuery(TROUBLED)
                .bind("post", post.text())
                .bind("after", page.after())
                .bindArray(
                        "statuses",
                        String.class,
                        statuses.stream()
                                .map(it -> it.name().toLowerCase(Locale.ROOT))
                                .toArray())
                .bind("most", page.most())
                .map((row, context) -> new TroubledCopy(
                        row.getLong("person_id"), row.getString("email"), JdbcRecipientStatus.ofProblem(row)))
                .list();
    }

    private static DeliveryProgress progress(ResultSet row) throws SQLException {
        Instant halted = instant(row, "halted_at");
        return new DeliveryProgress(
                state(row),
                row.getLong("recipients"),
                row.getLong("sent"),
                row.getLong("deferred"),
                row.getLong("failed"),
                row.getLong("left_before"),
                row.getLong("cancelled"),
                instant(row, "started_at"),
                instant(row, "finished_at"),
                halted == null ? Optional.empty() : Optional.of(new Halt(row.getString("halted_by"), halted)),
                pace(row),
                row.getBoolean("recipients_kept"));
    }

    private static DeliveryProgress.Pace pace(ResultSet row) throws SQLException {
        double perSecond = state(row) == DeliveryProgress.State.WAITING ? 0 : row.getDouble("per_second");
        return new DeliveryProgress.Pace(
                Math.round(perSecond * 10) / 10.0, instant(row, "next_attempt_at"), instant(row, "next_due_at"));
    }

    private static DeliveryProgress.State state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case "paused" -> DeliveryProgress.State.PAUSED;
            case "cancelled" -> DeliveryProgress.State.CANCELLED;
            case "finished" -> DeliveryProgress.State.FINISHED;
            default ->
                row.getTimestamp("started_at") == null || waitsForItsTime(row)
                        ? DeliveryProgress.State.WAITING
                        : row.getTimestamp("offered_at") == null
                                ? DeliveryProgress.State.SENDING
                                : DeliveryProgress.State.RETRYING;
        };
    }

    /** What could go by now has gone. */
    private static boolean waitsForItsTime(ResultSet row) throws SQLException {
        return row.getTimestamp("next_due_at") != null && row.getBoolean("none_due");
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    /** @param after number of the last person of the page before; 0: the first page */
    record Page(long after, int most) {}
}
