package org.sampan.digest.edition;

import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept in PostgreSQL; {@link JdbcEditions} takes away what a change makes void. */
@Repository
class JdbcApprovals implements Approvals {
    private final JdbcClient database;

    JdbcApprovals(JdbcClient database) {
        this.database = database;
    }

    @Override
    public Optional<Approval> find(EditionId id) {
        return database.sql("select * from edition_approval where series = ? and number = ?")
                .param(id.series())
                .param(id.number())
                .query((row, number) -> new Approval(
                        row.getString("fingerprint"),
                        row.getString("approved_by"),
                        row.getTimestamp("approved_at").toInstant()))
                .optional();
    }

    @Override
    public boolean give(EditionId id, Approval approval) {
        return database.sql("""
                                insert into edition_approval (series, number, fingerprint, approved_by, approved_at)
                                select series, number, :of, :by, :at from edition where series = :series and number = :number
                                on conflict (series, number) do update
                                set fingerprint = :of, approved_by = :by, approved_at = :at""")
                        .param("series", id.series())
                        .param("number", id.number())
                        .param("of", approval.of())
                        .param("by", approval.by())
                        .param("at", Timestamp.from(approval.at()))
                        .update()
                == 1;
    }

    @Override
    public void takeBack(EditionId id) {
        database.sql("delete from edition_approval where series = ? and number = ?")
                .param(id.series())
                .param(id.number())
                .update();
    }
}
