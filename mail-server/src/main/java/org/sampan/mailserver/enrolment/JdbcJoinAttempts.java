package org.sampan.mailserver.enrolment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Attempts in PostgreSQL; old ones go when new ones come. */
final class JdbcJoinAttempts implements JoinAttempts {
    private static final Duration NETWORKS_KEPT = Duration.ofDays(1);
    private static final Duration KEPT = Duration.ofDays(180);

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    JdbcJoinAttempts(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    @Override
    public void add(MailingList list, EmailAddress email, Optional<Visitor> visitor, boolean mailed) {
        Instant now = clock.instant();
        jdbi.useTransaction(handle -> {
            handle.createUpdate("update join_attempt set network = '' where id in (select id from join_attempt"
                            + " where network <> '' and asked_at < :old limit 100 for update skip locked)")
                    .bind("old", now.minus(NETWORKS_KEPT))
                    .execute();
            handle.createUpdate("delete from join_attempt where id in (select id from join_attempt"
                            + " where asked_at < :old limit 100 for update skip locked)")
                    .bind("old", now.minus(KEPT))
                    .execute();
            handle.createUpdate("insert into join_attempt (list_id, email, network, mailed, asked_at)"
                            + " values (:list, :email, :network, :mailed, :now)")
                    .bind("list", list.id())
                    .bind("email", email.key())
                    .bind("network", visitor.map(Visitor::network).orElse(""))
                    .bind("mailed", mailed)
                    .bind("now", now)
                    .execute();
        });
    }

    @Override
    public long count(Visitor visitor, Duration within) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from join_attempt where network = :network and network <> '' and asked_at > :since")
                .bind("network", visitor.network())
                .bind("since", clock.instant().minus(within))
                .mapTo(Long.class)
                .one());
    }

    @Override
    public long unanswered(MailingList list, EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from join_attempt where mailed and list_id = :list and email = :email")
                .bind("list", list.id())
                .bind("email", email.key())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public long unanswered(EmailAddress email, Duration olderThan) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from join_attempt where mailed and email = :email and asked_at <= :before")
                .bind("email", email.key())
                .bind("before", clock.instant().minus(olderThan))
                .mapTo(Long.class)
                .one());
    }

    @Override
    public void answered(EmailAddress email) {
        jdbi.useHandle(
                handle -> handle.createUpdate("update join_attempt set mailed = false where mailed and email = :email")
                        .bind("email", email.key())
                        .execute());
    }
}
