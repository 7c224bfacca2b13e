package org.sampan.mailserver.enrolment;

import java.time.Clock;
import java.util.List;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Departures in PostgreSQL. */
final class JdbcDepartures implements Departures {
    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    JdbcDepartures(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    @Override
    public void add(MailingList list, String reason) {
        String line = reason.replaceAll("\\p{Cntrl}+", " ").strip();
        String kept = line.codePointCount(0, line.length()) <= LONGEST_REASON
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_REASON));
        jdbi.useHandle(handle -> handle.createUpdate(
                        "insert into departure (list_id, left_at, reason) values (:list, :now, :reason)")
                .bind("list", list.id())
                .bind("now", clock.instant())
                .bind("reason", kept)
                .execute());
    }

    @Override
    public List<String> reasons(MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery("select reason from departure where list_id = :list"
                        + " and reason <> '' order by left_at desc, id desc limit 100")
                .bind("list", list.id())
                .mapTo(String.class)
                .list());
    }
}
