package org.sampan.mailserver.enrolment;

import java.util.List;
import java.util.OptionalLong;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Admissions in PostgreSQL; {@link JdbcWaitingJoins} writes them. */
final class JdbcAdmissions implements Admissions {
    private static final String PAGE = """
            select id, written_as, name, asked_at, decision, decided_by, decided_at, reason from admission
            where list_id = :list
              and (:after = 0 or (decided_at, id) < (select decided_at, id from admission where id = :after and list_id = :list))
            order by decided_at desc, id desc limit :most""";

    private final Jdbi jdbi;

    @Inject
    JdbcAdmissions(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public List<Decided> page(MailingList list, OptionalLong after, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(PAGE)
                .bind("list", list.id())
                .bind("after", after.orElse(0))
                .bind("most", most)
                .map((row, context) -> new Decided(
                        row.getLong("id"),
                        row.getString("written_as"),
                        row.getString("name"),
                        row.getTimestamp("asked_at").toInstant(),
                        new AdmissionDecision(
                                AdmissionDecision.Kind.of(row.getString("decision")),
                                row.getString("decided_by"),
                                row.getString("reason"),
                                row.getTimestamp("decided_at").toInstant())))
                .list());
    }
}
