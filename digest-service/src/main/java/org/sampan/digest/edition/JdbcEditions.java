package org.sampan.digest.edition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Editions in PostgreSQL. */
@Repository
class JdbcEditions implements Editions {
    private final JdbcClient database;
    private final TransactionTemplate transaction;
    private final JdbcEditionRows rows;
    private final JdbcEditionOutlines outlines;
    private final JdbcCarriers carriers;
    private final JdbcRenderings renderings;
    private final JdbcWithdrawals withdrawals;

    JdbcEditions(JdbcClient database, PlatformTransactionManager transactions, Clippings clippings) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new JdbcEditionRows(database, clippings);
        this.outlines = new JdbcEditionOutlines(database);
        this.carriers = new JdbcCarriers(database);
        this.renderings = new JdbcRenderings(database);
        this.withdrawals = new JdbcWithdrawals(database);
    }

    @Override
    public Optional<Edition> find(EditionId id) {
        return rows
                .select(
                        "where series = :series and number = :number",
                        statement -> statement.param("series", id.series()).param("number", id.number()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Edition> findBrief(EditionId id) {
        return rows
                .selectBrief(
                        "where series = :series and number = :number",
                        statement -> statement.param("series", id.series()).param("number", id.number()))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<EditionOutline> outline(EditionId id) {
        return outlines.find(id);
    }

    @Override
    public List<Edition> newest(Optional<String> series, int limit) {
        return newest(series, limit, "");
    }

    @Override
    public List<Edition> published(Optional<String> series, int limit) {
        return newest(series, limit, "and state = 'published'");
    }

    private List<Edition> newest(Optional<String> series, int limit, String condition) {
        return rows.select(
                "where (cast(:series as text) is null or series = :series) " + condition
                        + " order by dated_at desc, series, number desc limit :limit",
                statement -> statement.param("series", series.orElse(null)).param("limit", limit));
    }

    @Override
    public List<EditionHead> heads(Optional<String> series, int limit) {
        return rows.heads(series, limit);
    }

    @Override
    public Optional<Edition> ofPeriod(String series, Period period) {
        return rows
                .select(
                        "where series = :series and since = :since and until = :until",
                        statement -> statement
                                .param("series", series)
                                .param("since", Timestamp.from(period.since()))
                                .param("until", Timestamp.from(period.until())))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Edition> endingAt(String series, Instant until) {
        return rows
                .select(
                        "where series = :series and until = :until order by number limit 1",
                        statement -> statement.param("series", series).param("until", Timestamp.from(until)))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Edition> unfinished(String series) {
        return rows
                .select(
                        "where series = :series and state in ('compiled', 'rendered') order by number limit 1",
                        statement -> statement.param("series", series))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<Instant> latestUntil(String series) {
        return database.sql("select max(until) as latest from edition where series = ?")
                .param(series)
                .query((row, number) -> Optional.ofNullable(row.getTimestamp("latest")))
                .single()
                .map(Timestamp::toInstant);
    }

    @Override
    public Set<ClippingId> carried(String series, Collection<ClippingId> clippings) {
        return clippings.isEmpty() ? Set.of() : carriers.carried(series, clippings);
    }

    @Override
    public Map<ClippingId, List<EditionId>> carrying(Collection<ClippingId> clippings) {
        return carriers.of(clippings);
    }

    @Override
    public int nextNumber(String series) {
        return database.sql("select coalesce(max(number), 0) + 1 from edition where series = ?")
                .param(series)
                .query(Integer.class)
                .single();
    }

    @Override
    public Edition add(NewEdition edition, Optional<Integer> number) {
        try {
            return transaction.execute(status -> {
                int next = nextNumber(edition.series().slug());
                int chosen = number.orElse(next);
                if (chosen < next) {
                    throw new IllegalStateException("number " + chosen + " is passed: the next is " + next);
                }
                Edition numbered = edition.numbered(chosen);
                rows.insert(numbered);
                return numbered;
            });
        } catch (DuplicateKeyException taken) {
            throw new IllegalStateException(
                    "another edition of " + edition.series().slug() + " has this number, period or clipping", taken);
        }
    }

    @Override
    public Optional<Edition> change(EditionId id, UnaryOperator<Edition> change, Edition.LastChange by) {
        return Objects.requireNonNull(transaction.execute(status -> {
            if (!rows.lockDraft(id)) {
                return Optional.empty();
            }
            return find(id).map(now -> {
                Edition changed = change.apply(now);
                if (changed.equals(now)) {
                    return now;
                }
                rows.replace(changed, by);
                return find(id).orElseThrow();
            });
        }));
    }

    @Override
    public boolean remove(EditionId id) {
        return Boolean.TRUE.equals(transaction.execute(status -> rows.lockDraft(id) && rows.remove(id)));
    }

    @Override
    public boolean restore(Edition draft) {
        try {
            transaction.executeWithoutResult(status -> rows.insert(draft));
            return true;
        } catch (DataIntegrityViolationException taken) {
            return false;
        }
    }

    @Override
    public void keepRenderings(EditionId id, Iterable<Rendering> all, String of) {
        transaction.executeWithoutResult(status -> {
            if (rows.lockDraft(id)) {
                renderings.replace(id, all, of);
            }
        });
    }

    @Override
    public Optional<String> renderedOf(EditionId id) {
        return renderings.of(id);
    }

    @Override
    public boolean beginSending(EditionId id) {
        moveOn(id, "state = 'sending'", "state = 'rendered'");
        return database.sql("select exists (select from edition where series = ? and number = ? and state = 'sending')")
                .param(id.series())
                .param(id.number())
                .query(Boolean.class)
                .single();
    }

    @Override
    public void takeBackSending(EditionId id) {
        transaction.executeWithoutResult(status -> {
            moveOn(id, "state = 'rendered'", "state = 'sending'");
            withdrawals.conclude(id);
        });
    }

    @Override
    public void markSent(EditionId id, Instant at) {
        transaction.executeWithoutResult(status -> {
            moveOn(id, "state = 'sent', sent_at = :at", "state in ('rendered', 'sending')", at);
            withdrawals.conclude(id);
        });
    }

    @Override
    public void markPublished(EditionId id, Instant at) {
        transaction.executeWithoutResult(status -> {
            moveOn(id, "state = 'published', published_at = :at", "state = 'sent'", at);
            rows.noteShown(id);
        });
    }

    private void moveOn(EditionId id, String change, String condition, Instant at) {
        moved(id, change, condition).param("at", Timestamp.from(at)).update();
    }

    private void moveOn(EditionId id, String change, String condition) {
        moved(id, change, condition).update();
    }

    private JdbcClient.StatementSpec moved(EditionId id, String change, String condition) {
        return database.sql("update edition set " + change + " where series = :series and number = :number and "
                        + condition)
                .param("series", id.series())
                .param("number", id.number());
    }

    @Override
    public List<EditionId> withdraw(ClippingId clipping, Collection<ClippingId> versions) {
        return Objects.requireNonNull(transaction.execute(status -> {
            List<EditionId> carrying = carrying(List.of(clipping)).getOrDefault(clipping, List.of());
            carrying.forEach(edition -> withdrawals.withdraw(edition, clipping));
            List<EditionId> printing =
                    carrying(versions).values().stream().flatMap(List::stream).toList();
            printing.forEach(edition -> withdrawals.withdraw(edition, clipping));
            return Stream.concat(carrying.stream(), printing.stream())
                    .distinct()
                    .toList();
        }));
    }

    @Override
    public List<Instant> takedowns(EditionId id) {
        return withdrawals.dates(id);
    }

    @Override
    public List<Rendering> renderings(EditionId id) {
        return renderings.all(id);
    }
}
