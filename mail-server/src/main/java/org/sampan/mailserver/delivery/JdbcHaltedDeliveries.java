package org.sampan.mailserver.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.storage.Database;

/**
 * {@link HaltedDeliveries} in PostgreSQL. Rows are locked in the order in which {@link JdbcOutcomes} locks them: batches, problems,
 * delivery.
 */
public final class JdbcHaltedDeliveries implements HaltedDeliveries {
    // In hexadecimal every byte of an outcome is 0 and a digit, so the leftmost 00 is always one whole byte, and so is
    // every 06.
    private static final String CANCEL_BATCHES = """
            with waiting as (
              select id, encode(outcome, 'hex') as places from delivery_batch
              where delivery_id = :delivery and state <> 'done' order by id for update
            ), cancelled as (
              update delivery_batch b set outcome = decode(replace(replace(places, '00', '05'), '06', '05'), 'hex'), state = 'done',
                leased_by = null, lease_until = null
              from waiting where b.id = waiting.id
              returning (length(places) - length(replace(replace(places, '00', ''), '06', ''))) / 2 as copies
            )
            select coalesce(sum(copies), 0) from cancelled""";
    private static final String CANCEL_RETRIES = """
            with waiting as (
              select person_id from delivery_problem
              where delivery_id = :delivery and status in ('deferred', 'retrying') order by person_id for update
            ), cancelled as (
              update delivery_problem x set status = 'cancelled', next_attempt_at = null, leased_by = null, lease_until = null
              from waiting where x.delivery_id = :delivery and x.person_id = waiting.person_id
              returning 1
            )
            select count(*) from cancelled""";
    private static final String CANCEL = """
            update delivery set state = 'cancelled', cancelled = cancelled + :copies + :retries, deferred = deferred - :retries,
              halted_at = now(), halted_by = :by, finished_at = now()
            where id = :delivery and state in ('active', 'paused')""";

    private final Jdbi jdbi;

    @Inject
    public JdbcHaltedDeliveries(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public boolean pause(PostId post, String by) {
        String name = Halt.requireName(by);
        return jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("update delivery set state = 'paused', halted_at = now(), halted_by = :by"
                            + " where post_id = :post and state = 'active'")
                    .bind("by", name)
                    .bind("post", post.text())
                    .execute();
            return tellNodes(handle, changed);
        });
    }

    @Override
    public int pauseAll() {
        return jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("update delivery set state = 'paused', halted_at = now(), halted_by = :by"
                            + " where post_id is not null and state = 'active'")
                    .bind("by", Halt.BY_SETTING)
                    .execute();
            tellNodes(handle, changed);
            return changed;
        });
    }

    @Override
    public boolean resume(PostId post) {
        return jdbi.inTransaction(handle -> {
            int changed = handle.createUpdate("""
                            update delivery set state = 'active', resumed = true, halted_at = null, halted_by = '',
                              pace_from_at = now(), pace_from_sent = sent, pace_at = now(), pace_sent = sent
                            where post_id = :post and state = 'paused'""").bind("post", post.text()).execute();
            return tellNodes(handle, changed);
        });
    }

    @Override
    public boolean cancel(PostId post, String by) {
        String name = Halt.requireName(by);
        return jdbi.inTransaction(handle -> {
            Optional<Long> delivery = handle.createQuery(
                            "select id from delivery where post_id = :post and state in ('active', 'paused')")
                    .bind("post", post.text())
                    .mapTo(Long.class)
                    .findOne();
            boolean cancelled = delivery.isPresent() && cancel(handle, delivery.get(), name);
            if (!cancelled) {
                handle.rollback();
            }
            return cancelled;
        });
    }

    @Override
    public Set<Long> now() {
        return jdbi.withHandle(handle ->
                new HashSet<>(handle.createQuery("select id from delivery where state in ('paused', 'cancelled')"
                                + " and (state = 'paused' or halted_at > now() - interval '1 hour')")
                        .mapTo(Long.class)
                        .list()));
    }

    @Override
    public boolean tellOfOne(Consumer<PausedSend> tell) {
        return jdbi.inTransaction(handle -> {
            Optional<PausedSend> untold = handle.createQuery("select id, post_id, list_id from delivery"
                            + " where state = 'paused' and halted_by = '' and owners_told_at is null"
                            + " order by halted_at limit 1 for update skip locked")
                    .map((row, context) -> pausedSend(row))
                    .findOne();
            untold.ifPresent(it -> {
                tell.accept(it);
                handle.createUpdate("update delivery set owners_told_at = now() where id = :delivery")
                        .bind("delivery", it.delivery())
                        .execute();
            });
            return untold.isPresent();
        });
    }

    @Override
    public Optional<PausedSend> find(long delivery) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select id, post_id, list_id from delivery where id = :id and post_id is not null")
                .bind("id", delivery)
                .map((row, context) -> pausedSend(row))
                .findOne());
    }

    private static PausedSend pausedSend(ResultSet row) throws SQLException {
        return new PausedSend(row.getLong("id"), new PostId(row.getString("post_id")), row.getLong("list_id"));
    }

    private static boolean cancel(Handle handle, long delivery, String by) {
        long copies = count(handle, CANCEL_BATCHES, delivery);
        long retries = count(handle, CANCEL_RETRIES, delivery);
        int changed = handle.createUpdate(CANCEL)
                .bind("copies", copies)
                .bind("retries", retries)
                .bind("by", by)
                .bind("delivery", delivery)
                .execute();
        handle.createUpdate("delete from delivery_variant where delivery_id = :delivery")
                .bind("delivery", delivery)
                .execute();
        return tellNodes(handle, changed);
    }

    private static long count(Handle handle, String statement, long delivery) {
        return handle.createQuery(statement)
                .bind("delivery", delivery)
                .mapTo(Long.class)
                .one();
    }

    /** Heard when the transaction is committed, not before. */
    private static boolean tellNodes(Handle handle, int changed) {
        if (changed > 0) {
            handle.execute("select pg_notify(?, ?)", DeliveryCalls.CHANNEL, DeliveryCalls.HALT);
        }
        return changed > 0;
    }
}
