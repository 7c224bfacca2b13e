package org.sampan.digest.edition;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.sampan.digest.clipping.ClippingId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Clippings taken out of editions that were made with them. */
final class JdbcWithdrawals {
    private static final String OF_EDITION = "series = :series and number = :number";

    private final JdbcClient database;

    JdbcWithdrawals(JdbcClient database) {
        this.database = database;
    }

    void withdraw(EditionId id, ClippingId clipping) {
        forgetRenderings(id);
        of(id, "delete from edition_words where clipping_id = :clipping and " + OF_EDITION)
                .param("clipping", clipping.value())
                .update();
        of(
                        id,
                        "delete from edition_item where clipping_id = :clipping and " + OF_EDITION
                                + " and (select state = 'compiled' from edition where " + OF_EDITION + ")")
                .param("clipping", clipping.value())
                .update();
    }

    private JdbcClient.StatementSpec of(EditionId id, String sql) {
        return database.sql(sql).param("series", id.series()).param("number", id.number());
    }

    /**
     * What is on its way to the mail server this moment stays as it is: it may have been handed over already. That nothing says
     * any more what its renderings show marks them for {@link #conclude}.
     */
    void forgetRenderings(EditionId id) {
        of(id, "update edition set rendered_of = null where " + OF_EDITION).update();
        conclude(id);
    }

    /** Drops what was withdrawn while it was being handed over, now that this has ended. */
    void conclude(EditionId id) {
        String marked = OF_EDITION + " and rendered_of is null and state <> 'sending'";
        of(
                        id,
                        "delete from edition_rendering where " + OF_EDITION + " and exists (select from edition where "
                                + marked + ")")
                .update();
        of(id, "update edition set state = 'compiled' where state = 'rendered' and " + marked)
                .update();
        of(id, """
                delete from edition_item where series = :series and number = :number
                and clipping_id in (select id from clipping where taken_down_at is not null)
                and (select state = 'compiled' from edition where series = :series and number = :number)""").update();
    }

    List<Instant> dates(EditionId id) {
        return of(id, """
                        select c.taken_down_at from edition_item i join clipping c on c.id = i.clipping_id
                        where i.series = :series and i.number = :number and c.taken_down_at is not null
                        order by c.taken_down_at""").query(Timestamp.class).list().stream()
                .map(Timestamp::toInstant)
                .toList();
    }
}
