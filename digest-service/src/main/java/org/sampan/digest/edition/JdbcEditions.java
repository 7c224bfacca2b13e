package org.sampan.digest.edition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Clippings;
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

    JdbcEditions(JdbcClient database, PlatformTransactionManager transactions, Clippings clippings) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
        this.rows = new JdbcEditionRows(database, clippings);
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
        if (clippings.isEmpty()) {
            return Set.of();
        }
        return database
                .sql("select clipping_id from edition_item where series = :series and clipping_id = any (:ids)")
                .param("series", series)
                .param("ids", clippings.stream().map(ClippingId::value).toArray(Long[]::new))
                .query((row, number) -> new ClippingId(row.getLong(1)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    private record Carried(ClippingId clipping, EditionId edition) {}

    @Override
    public Map<ClippingId, List<EditionId>> carrying(Collection<ClippingId> clippings) {
        return database
                .sql("""
                        select clipping_id, series, number from edition_item where clipping_id = any (?)
                        order by clipping_id, series, number""")
                .param(clippings.stream().map(ClippingId::value).toArray(Long[]::new))
                .query((row, number) -> new Carried(
                        new ClippingId(row.getLong("clipping_id")),
                        new EditionId(row.getString("series"), row.getInt("number"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Carried::clipping, Collectors.mapping(Carried::edition, Collectors.toList())));
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
    public boolean change(Edition edition) {
        return Boolean.TRUE.equals(transaction.execute(status -> rows.replace(edition)));
    }

    @Override
    public void keepRenderings(EditionId id, List<Rendering> renderings) {
        transaction.executeWithoutResult(status -> {
            if (rows.markRendered(id)) {
                rows.replaceRenderings(id, renderings);
            }
        });
    }

    @Override
    public void markSent(EditionId id, Instant at) {
        moveOn(id, "state = 'sent', sent_at = :at", "state = 'rendered'", at);
    }

    @Override
    public void markPublished(EditionId id, Instant at) {
        moveOn(id, "state = 'published', published_at = :at", "state = 'sent'", at);
    }

    private void moveOn(EditionId id, String change, String condition, Instant at) {
        database.sql("update edition set " + change + " where series = :series and number = :number and " + condition)
                .param("series", id.series())
                .param("number", id.number())
                .param("at", Timestamp.from(at))
                .update();
    }

    @Override
    public List<Rendering> renderings(EditionId id) {
        return database.sql("select * from edition_rendering where series = ? and number = ? order by position")
                .param(id.series())
                .param(id.number())
                .query((row, number) -> new Rendering(
                        Locale.forLanguageTag(row.getString("language")),
                        row.getString("subject"),
                        row.getString("html"),
                        row.getString("text"),
                        row.getString("preface")))
                .list();
    }
}
