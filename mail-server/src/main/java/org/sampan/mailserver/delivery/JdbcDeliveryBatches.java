package org.sampan.mailserver.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.sampan.mailserver.settings.Settings;
import org.sampan.mailserver.storage.Database;

/**
 * {@link DeliveryBatches} in PostgreSQL. Where there is but one node, claims need not survive a crash of the database, so they do not
 * wait for its disk: the node knows what it holds. Where there are several, another would claim the same once more.
 */
public final class JdbcDeliveryBatches implements DeliveryBatches {
    private static final String CLAIM = """
            with picked as (
              select b.id from delivery_batch b join delivery d on d.id = b.delivery_id
              where b.state in ('ready', 'leased') and (b.state = 'ready' or b.lease_until < now()) and d.state = 'active'
                and (b.not_before is null or b.not_before <= now())
              order by b.turn, b.id limit :most for update of b skip locked
            ), claimed as (
              update delivery_batch b set state = 'leased', leased_by = :node, lease_until = now() + :lease * interval '1 second'
              from picked where b.id = picked.id
              returning b.id, b.delivery_id, b.turn, b.recipients, b.outcome
            ), started as (
              update delivery d set started_at = now()
              where d.started_at is null and d.id in (select delivery_id from claimed)
            )
            select * from claimed order by turn, id""";
    private static final String LET_DUE_GO = """
            with due as (
              select id from delivery_batch where state = 'waiting' and due_at <= now()
              order by due_at limit 1000 for update skip locked
            )
            update delivery_batch b set state = 'ready' from due where b.id = due.id""";
    private static final String CLAIM_RETRIES = """
            with picked as (
              select x.delivery_id, x.person_id from delivery_problem x join delivery d on d.id = x.delivery_id
              where x.status in ('deferred', 'retrying') and x.next_attempt_at <= now()
                and (x.status = 'deferred' or x.lease_until < now()) and d.state = 'active'
              order by x.next_attempt_at limit :most for update of x skip locked
            )
            update delivery_problem x set status = 'retrying', leased_by = :node, lease_until = now() + :lease * interval '1 second'
            from picked where x.delivery_id = picked.delivery_id and x.person_id = picked.person_id
            returning x.delivery_id, x.person_id, x.attempts""";
    private final Jdbi jdbi;
    private final boolean shared;
    private final OutcomeCounters counters;

    @Inject
    JdbcDeliveryBatches(Database database, Settings settings, OutcomeCounters counters) {
        this.jdbi = database.jdbi();
        this.shared = settings.broker().isPresent();
        this.counters = counters;
    }

    /** Without metrics. */
    public JdbcDeliveryBatches(Database database, Settings settings) {
        this(database, settings, OutcomeCounters.unlabelled());
    }

    /** @param shared with other nodes */
    JdbcDeliveryBatches(Database database, boolean shared) {
        this.jdbi = database.jdbi();
        this.shared = shared;
        this.counters = OutcomeCounters.unlabelled();
    }

    @Override
    public void takeBack(NodeName node) {
        giveBack("starts_with(leased_by, :who)", node.installation() + ":");
    }

    @Override
    public void release(NodeName node) {
        giveBack("leased_by = :who", node.toString());
    }

    @Override
    public List<DeliveryBatch> claim(NodeName node, int most) {
        return jdbi.inTransaction(handle -> {
            letClaimsGoInACrash(handle);
            handle.execute(LET_DUE_GO);
            return handle.createQuery(CLAIM)
                    .bind("node", node.toString())
                    .bind("lease", LEASE.toSeconds())
                    .bind("most", most)
                    .map((row, context) -> batch(row))
                    .list();
        });
    }

    @Override
    public List<DueRetry> claimRetries(NodeName node, int most) {
        return jdbi.inTransaction(handle -> {
            letClaimsGoInACrash(handle);
            return handle.createQuery(CLAIM_RETRIES)
                    .bind("node", node.toString())
                    .bind("lease", LEASE.toSeconds())
                    .bind("most", most)
                    .map((row, context) ->
                            new DueRetry(row.getLong("delivery_id"), row.getLong("person_id"), row.getInt("attempts")))
                    .list();
        });
    }

    @Override
    public Map<Long, Recipient> recipients(StoredMessage message, Collection<Long> persons) {
        if (message.recipient().isPresent()) {
            return Map.of(0L, new Recipient(0, message.recipient().get(), ""));
        }
        return jdbi.withHandle(handle -> JdbcStoredMessages.recipients(handle, message, persons));
    }

    @Override
    public Optional<StoredMessage> message(long delivery) {
        return jdbi.withHandle(handle -> JdbcStoredMessages.find(handle, delivery));
    }

    @Override
    public void record(NodeName node, Collection<CopyOutcome> outcomes) {
        jdbi.useTransaction(handle -> new JdbcOutcomes(handle, node).record(outcomes));
        counters.count(outcomes);
    }

    @Override
    public List<Long> renew(NodeName node, Collection<Long> batches) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set local synchronous_commit = off");
            Set<Long> lost = new HashSet<>(batches);
            handle.createQuery("update delivery_batch set lease_until = now() + :lease * interval '1 second'"
                            + " where id = any (:ids) and leased_by = :node and state = 'leased' returning id")
                    .bind("lease", LEASE.toSeconds())
                    .bindArray("ids", Long.class, batches.toArray())
                    .bind("node", node.toString())
                    .mapTo(Long.class)
                    .forEach(lost::remove);
            return List.copyOf(lost);
        });
    }

    @Override
    public List<DueRetry> renewRetries(NodeName node, Collection<DueRetry> retries) {
        return jdbi.inTransaction(handle -> {
            handle.execute("set local synchronous_commit = off");
            Map<Long, List<DueRetry>> byDelivery = retries.stream().collect(Collectors.groupingBy(DueRetry::delivery));
            List<DueRetry> lost = new ArrayList<>();
            byDelivery.forEach((delivery, its) -> {
                Set<Long> renewed = Set.copyOf(renewRetries(handle, node, delivery, its));
                its.stream().filter(it -> !renewed.contains(it.person())).forEach(lost::add);
            });
            return lost;
        });
    }

    private static List<Long> renewRetries(Handle handle, NodeName node, long delivery, List<DueRetry> its) {
        return handle.createQuery("update delivery_problem set lease_until = now() + :lease * interval '1 second'"
                        + " where delivery_id = :delivery and person_id = any (:persons)"
                        + " and status = 'retrying' and leased_by = :node returning person_id")
                .bind("lease", LEASE.toSeconds())
                .bind("delivery", delivery)
                .bindArray(
                        "persons",
                        Long.class,
                        its.stream().map(DueRetry::person).toArray())
                .bind("node", node.toString())
                .mapTo(Long.class)
                .list();
    }

    private void letClaimsGoInACrash(Handle handle) {
        if (!shared) {
            handle.execute("set local synchronous_commit = off");
        }
    }

    @Override
    public void giveBack(NodeName node, Collection<Long> batches, Collection<DueRetry> retries) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("update delivery_batch set state = 'ready', leased_by = null, lease_until = null"
                            + " where id = any (:ids) and state = 'leased' and leased_by = :node")
                    .bindArray("ids", Long.class, batches.toArray())
                    .bind("node", node.toString())
                    .execute();
            PreparedBatch back = handle.prepareBatch(
                    "update delivery_problem set status = 'deferred', leased_by = null, lease_until = null"
                            + " where delivery_id = :delivery and person_id = :person"
                            + " and status = 'retrying' and leased_by = :node");
            retries.forEach(it -> back.bind("delivery", it.delivery())
                    .bind("person", it.person())
                    .bind("node", node.toString())
                    .add());
            back.execute();
        });
    }

    @Override
    public void park(NodeName node, Collection<Long> batches, Duration pause) {
        jdbi.useHandle(handle -> JdbcParking.park(handle, node, batches, pause));
    }

    @Override
    public void call(Collection<Long> batches) {
        jdbi.useHandle(handle -> JdbcParking.call(handle, batches));
    }

    private void giveBack(String whose, String who) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("update delivery_batch set state = 'ready', leased_by = null, lease_until = null"
                            + " where state = 'leased' and " + whose)
                    .bind("who", who)
                    .execute();
            handle.createUpdate("update delivery_problem set status = 'deferred', leased_by = null, lease_until = null"
                            + " where status = 'retrying' and " + whose)
                    .bind("who", who)
                    .execute();
        });
    }

    private static DeliveryBatch batch(ResultSet row) throws SQLException {
        Long[] recipients = (Long[]) row.getArray("recipients").getArray();
        return new DeliveryBatch(
                row.getLong("id"),
                row.getLong("delivery_id"),
                Arrays.stream(recipients).mapToLong(Long::longValue).toArray(),
                row.getBytes("outcome"));
    }
}
