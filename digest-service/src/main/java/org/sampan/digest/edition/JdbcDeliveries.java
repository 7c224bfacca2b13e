package org.sampan.digest.edition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept in PostgreSQL. */
@Repository
class JdbcDeliveries implements Deliveries {
    private final JdbcClient database;

    JdbcDeliveries(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Delivery> find(EditionId id) {
        return database.sql("select * from edition_delivery where series = ? and number = ?")
                .param(id.series())
                .param(id.number())
                .query((row, number) -> new Delivery(
                        row.getString("post"),
                        row.getString("state"),
                        new Delivery.Figures(
                                row.getLong("recipients"),
                                row.getLong("sent"),
                                row.getLong("deferred"),
                                row.getLong("failed"),
                                row.getLong("open"),
                                row.getLong("cancelled")),
                        Optional.ofNullable(row.getTimestamp("next_due_at")).map(Timestamp::toInstant),
                        row.getTimestamp("told_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("finished_at")).map(Timestamp::toInstant)))
                .optional();
    }

    @Override
    public void keep(EditionId id, Delivery delivery) {
        Delivery.Figures figures = delivery.figures();
        database.sql("""
                        insert into edition_delivery (series, number, post, state, recipients, sent, deferred, failed,
                                                      open, cancelled, next_due_at, told_at, finished_at)
                        values (:series, :number, :post, :state, :recipients, :sent, :deferred, :failed,
                                :open, :cancelled, :next_due_at, :told_at, :finished_at)
                        on conflict (series, number) do update set post = :post, state = :state,
                            recipients = :recipients, sent = :sent, deferred = :deferred, failed = :failed,
                            open = :open, cancelled = :cancelled, next_due_at = :next_due_at, told_at = :told_at, finished_at = :finished_at""")
                .param("series", id.series())
                .param("number", id.number())
                .param("post", delivery.post())
                .param("state", delivery.state())
                .param("recipients", figures.recipients())
                .param("sent", figures.sent())
                .param("deferred", figures.deferred())
                .param("failed", figures.failed())
                .param("open", figures.open())
                .param("cancelled", figures.cancelled())
                .param("next_due_at", delivery.nextDueAt().map(Timestamp::from).orElse(null))
                .param("told_at", Timestamp.from(delivery.toldAt()))
                .param("finished_at", delivery.finishedAt().map(Timestamp::from).orElse(null))
                .update();
    }

    @Override
    public List<EditionId> underWay(Instant since) {
        return database.sql("""
                        select e.series, e.number from edition e
                        left join edition_delivery d using (series, number)
                        where e.sent_at >= ? and (d.state is null or d.state not in ('finished', 'cancelled'))
                        order by e.sent_at""")
                .param(Timestamp.from(since))
                .query((row, number) -> new EditionId(row.getString(1), row.getInt(2)))
                .list();
    }
}
