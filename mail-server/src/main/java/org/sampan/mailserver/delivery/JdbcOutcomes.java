package org.sampan.mailserver.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * Writes one group of outcomes within a transaction. What is counted is what changed in the locked rows, not what is told, so that
 * counts stay right when a batch was sent by two nodes because a lease had run out.
 */
final class JdbcOutcomes {
    private static final String COUNT = """
            update delivery set sent = sent + :sent, deferred = deferred + :deferred, failed = failed + :failed,
              left_before = left_before + :left, cancelled = cancelled + :cancelled,
              offered_at = case when offered_at is null and sent + deferred + failed + left_before
                + :sent + :deferred + :failed + :left >= recipients then now() else offered_at end,
              pace_from_at = case when pace_at < now() - interval '5 seconds' then pace_at else pace_from_at end,
              pace_from_sent = case when pace_at < now() - interval '5 seconds' then pace_sent else pace_from_sent end,
              pace_sent = case when pace_at > now() - interval '5 seconds' then pace_sent else sent end,
              pace_at = case when pace_at > now() - interval '5 seconds' then pace_at else now() end
            where id = :id""";
    private static final String PAUSE = """
            update delivery set state = 'paused', halted_at = now(), halted_by = ''
            where id = any (:ids) and state = 'active' and post_id is not null and not resumed
              and sent + deferred + failed >= :attempts and failed * 100 >= (sent + deferred + failed) * :percent
              and sent + deferred + failed + left_before < recipients""";

    private final Handle handle;
    private final NodeName node;
    private final Map<Long, OutcomeCount> counts = new TreeMap<>();
    private final List<CopyOutcome> problems = new ArrayList<>();

    JdbcOutcomes(Handle handle, NodeName node) {
        this.handle = handle;
        this.node = node;
    }

    void record(Collection<CopyOutcome> outcomes) {
        Map<Long, List<CopyOutcome>> byBatch = new TreeMap<>();
        List<CopyOutcome> retries = new ArrayList<>();
        for (CopyOutcome outcome : outcomes) {
            if (outcome.isRetry()) {
                retries.add(outcome);
            } else {
                byBatch.computeIfAbsent(outcome.batch(), key -> new ArrayList<>())
                        .add(outcome);
            }
        }
        updateBatches(byBatch);
        insertProblems();
        updateRetries(retries);
        updateCounts();
    }

    private void updateBatches(Map<Long, List<CopyOutcome>> byBatch) {
        if (byBatch.isEmpty()) {
            return;
        }
        // In the order of their numbers: two nodes that lock the same rows never wait for each other in a ring.
        PreparedBatch update = handle.prepareBatch("update delivery_batch set outcome = :outcome,"
                + " state = case when :done then 'done' else state end where id = :id");
        for (DeliveryBatch batch : locked(byBatch)) {
            for (CopyOutcome outcome : byBatch.getOrDefault(batch.id(), List.of())) {
                apply(batch, outcome);
            }
            countElsewhere(batch);
            update.bind("id", batch.id())
                    .bind("outcome", batch.outcome())
                    .bind("done", batch.open() == 0)
                    .add();
        }
        if (update.size() > 0) {
            update.execute();
        }
    }

    private List<DeliveryBatch> locked(Map<Long, List<CopyOutcome>> byBatch) {
        return handle.createQuery("select id, delivery_id, outcome from delivery_batch"
                        + " where id = any (:ids) and (state <> 'done' or position('\\x05'::bytea in outcome) > 0)"
                        + " order by id for update")
                .bindArray("ids", Long.class, byBatch.keySet().toArray())
                .map((row, context) -> new DeliveryBatch(
                        row.getLong("id"), row.getLong("delivery_id"), new long[0], row.getBytes("outcome")))
                .list();
    }

    private void apply(DeliveryBatch batch, CopyOutcome told) {
        if (batch.delivery() != told.delivery()) {
            return;
        }
        Outcome before = Outcome.of(batch.outcome()[told.index()]);
        if (!before.mayBecome(told.outcome())) {
            return;
        }
        batch.outcome()[told.index()] = told.outcome().toByte();
        count(told.delivery()).add(told.outcome(), 1);
        if (before == Outcome.CANCELLED) {
            count(told.delivery()).add(Outcome.CANCELLED, -1);
        }
        if (told.outcome() == Outcome.DEFERRED || told.outcome() == Outcome.FAILED) {
            problems.add(told);
        }
    }

    /** With the last of its batch: counted before, they would tell how many readers are on another list. */
    private void countElsewhere(DeliveryBatch batch) {
        int copies = batch.open() > 0 ? 0 : batch.count(Outcome.ELSEWHERE);
        if (copies > 0) {
            count(batch.delivery()).add(Outcome.SENT, copies);
        }
    }

    private void insertProblems() {
        if (problems.isEmpty()) {
            return;
        }
        PreparedBatch insert = handle.prepareBatch("""
                insert into delivery_problem
                  (delivery_id, person_id, domain, status, attempts, next_attempt_at, last_reply)
                values (:delivery, :person, :domain, :status, :attempts, :next, :reply)
                on conflict (delivery_id, person_id) do nothing""");
        problems.sort((a, b) -> Long.compare(a.person(), b.person()));
        for (CopyOutcome problem : problems) {
            bind(insert, problem).bind("domain", problem.domain()).add();
        }
        insert.execute();
    }

    private void updateRetries(List<CopyOutcome> retries) {
        if (retries.isEmpty()) {
            return;
        }
        PreparedBatch update = handle.prepareBatch("""
                update delivery_problem set status = :status, attempts = :attempts, next_attempt_at = :next,
                  last_reply = case when :reply = '' then last_reply else :reply end, leased_by = null, lease_until = null
                where delivery_id = :delivery and person_id = :person
                  and (status = 'retrying' and leased_by = :node or status = 'deferred' and :status = 'sent')""");
        retries.sort((a, b) -> Long.compare(a.person(), b.person()));
        for (CopyOutcome retry : retries) {
            bind(update, retry).bind("node", node.toString()).add();
        }
        int[] changed = update.execute();
        for (int i = 0; i < changed.length; i++) {
            CopyOutcome retry = retries.get(i);
            if (changed[i] == 1) {
                move(retry, Outcome.DEFERRED);
            } else if (Outcome.CANCELLED.mayBecome(retry.outcome()) && wasCancelled(retry)) {
                move(retry, Outcome.CANCELLED);
            }
        }
    }

    /** It was on its way when the send was cancelled. */
    private boolean wasCancelled(CopyOutcome retry) {
        return handle.createUpdate("update delivery_problem set status = :status, attempts = :attempts,"
                                + " last_reply = case when :reply = '' then last_reply else :reply end"
                                + " where delivery_id = :delivery and person_id = :person and status = 'cancelled'")
                        .bind("status", word(retry.outcome()))
                        .bind("attempts", retry.attempts())
                        .bind("reply", retry.reply())
                        .bind("delivery", retry.delivery())
                        .bind("person", retry.person())
                        .execute()
                > 0;
    }

    private void move(CopyOutcome retry, Outcome from) {
        count(retry.delivery()).add(from, -1);
        count(retry.delivery()).add(retry.outcome(), 1);
    }

    private void updateCounts() {
        if (counts.isEmpty()) {
            return;
        }
        PreparedBatch update = handle.prepareBatch(COUNT);
        counts.forEach((delivery, count) -> update.bind("id", delivery)
                .bind("sent", count.of(Outcome.SENT))
                .bind("deferred", count.of(Outcome.DEFERRED))
                .bind("failed", count.of(Outcome.FAILED))
                .bind("left", count.of(Outcome.LEFT))
                .bind("cancelled", count.of(Outcome.CANCELLED))
                .add());
        update.execute();
        finish();
        pauseWhereMostIsRefused();
    }

    /** Here, so that a crash cannot come between the refusals and the pause. */
    private void pauseWhereMostIsRefused() {
        List<Long> refused = counts.entrySet().stream()
                .filter(it -> it.getValue().of(Outcome.FAILED) > 0)
                .map(Map.Entry::getKey)
                .toList();
        int paused = refused.isEmpty()
                ? 0
                : handle.createUpdate(PAUSE)
                        .bindArray("ids", Long.class, refused.toArray())
                        .bind("attempts", HaltedDeliveries.ATTEMPTS_BEFORE_PAUSE)
                        .bind("percent", HaltedDeliveries.REFUSED_PERCENT_TO_PAUSE)
                        .execute();
        if (paused > 0) {
            handle.execute("select pg_notify(?, ?)", DeliveryCalls.CHANNEL, DeliveryCalls.HALT);
        }
    }

    private void finish() {
        handle.createUpdate("""
                with finished as (
                  update delivery set state = 'finished', finished_at = now()
                  where id = any (:ids) and finished_at is null and sent + failed + left_before + cancelled >= recipients
                  returning id
                )
                delete from delivery_variant v using finished where v.delivery_id = finished.id""")
                .bindArray("ids", Long.class, counts.keySet().toArray())
                .execute();
    }

    private OutcomeCount count(long delivery) {
        return counts.computeIfAbsent(delivery, key -> new OutcomeCount());
    }

    private static PreparedBatch bind(PreparedBatch batch, CopyOutcome outcome) {
        return batch.bind("delivery", outcome.delivery())
                .bind("person", outcome.person())
                .bind("status", word(outcome.outcome()))
                .bind("attempts", outcome.attempts())
                .bind("next", outcome.nextAttemptAt())
                .bind("reply", outcome.reply());
    }

    private static String word(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    /** How many copies moved to each outcome. */
    private static final class OutcomeCount {
        private final Map<Outcome, Integer> moved = new HashMap<>();

        void add(Outcome outcome, int copies) {
            moved.merge(outcome, copies, Integer::sum);
        }

        int of(Outcome outcome) {
            return moved.getOrDefault(outcome, 0);
        }
    }
}
