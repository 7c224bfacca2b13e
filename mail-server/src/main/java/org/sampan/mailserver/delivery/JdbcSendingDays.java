package org.sampan.mailserver.delivery;

import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.storage.Database;

/** {@link SendingDays} in PostgreSQL. */
public final class JdbcSendingDays implements SendingDays {
    private final Jdbi jdbi;

    public JdbcSendingDays(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public int before(LocalDate day) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select count(*) from sending_day where day < :day and taken > 0")
                        .bind("day", day)
                        .mapTo(Integer.class)
                        .one());
    }

    @Override
    public int take(LocalDate day, long allowed, int wanted) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("insert into sending_day (day) values (:day) on conflict do nothing")
                    .bind("day", day)
                    .execute();
            return handle.createQuery("""
                            with before as (select taken from sending_day where day = :day for update)
                            update sending_day set taken = before.taken + least(:wanted, greatest(0, :allowed - before.taken))
                            from before where day = :day
                            returning sending_day.taken - before.taken""")
                    .bind("day", day)
                    .bind("allowed", allowed)
                    .bind("wanted", wanted)
                    .mapTo(Integer.class)
                    .one();
        });
    }
}
