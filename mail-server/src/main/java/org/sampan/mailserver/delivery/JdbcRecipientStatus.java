package org.sampan.mailserver.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.PostId;

/** Looks one copy up: in its batch, and among the problems when it did not go at once. */
final class JdbcRecipientStatus {
    private static final String QUERY = """
            select get_byte(b.outcome, array_position(b.recipients, p.id) - 1) as outcome, b.state = 'done' as done,
              x.status, x.attempts, x.last_reply, x.next_attempt_at
            from delivery d
            join person p on p.email = :email
            join delivery_batch b on b.delivery_id = d.id and p.id = any (b.recipients)
            left join delivery_problem x on x.delivery_id = d.id and x.person_id = p.id
            where d.post_id = :post""";

    private JdbcRecipientStatus() {}

    static Optional<RecipientStatus> find(Handle handle, PostId post, EmailAddress recipient) {
        return handle.createQuery(QUERY)
                .bind("post", post.text())
                .bind("email", recipient.key())
                .map((row, context) -> status(row))
                .findOne();
    }

    private static RecipientStatus status(ResultSet row) throws SQLException {
        return row.getString("status") == null
                ? atOnce(Outcome.of(row.getByte("outcome")), row.getBoolean("done"))
                : ofProblem(row);
    }

    /** From a row of {@code delivery_problem}. */
    static RecipientStatus ofProblem(ResultSet row) throws SQLException {
        String problem = row.getString("status");
        RecipientStatus.Status status = problem.equals("retrying")
                ? RecipientStatus.Status.DEFERRED
                : RecipientStatus.Status.valueOf(problem.toUpperCase(Locale.ROOT));
        Timestamp next = row.getTimestamp("next_attempt_at");
        return new RecipientStatus(
                status,
                row.getInt("attempts"),
                row.getString("last_reply"),
                status == RecipientStatus.Status.DEFERRED && next != null ? next.toInstant() : null);
    }

    private static RecipientStatus atOnce(Outcome outcome, boolean done) {
        return switch (outcome) {
            case OPEN -> new RecipientStatus(RecipientStatus.Status.PENDING, 0, "", null);
            case SENT -> new RecipientStatus(RecipientStatus.Status.SENT, 1, "", null);
            case LEFT -> new RecipientStatus(RecipientStatus.Status.LEFT, 0, "", null);
            case ELSEWHERE -> atOnce(done ? Outcome.SENT : Outcome.OPEN, done);
            case CANCELLED -> new RecipientStatus(RecipientStatus.Status.CANCELLED, 0, "", null);
            case DEFERRED -> new RecipientStatus(RecipientStatus.Status.DEFERRED, 1, "", null);
            case FAILED -> new RecipientStatus(RecipientStatus.Status.FAILED, 1, "", null);
        };
    }
}
