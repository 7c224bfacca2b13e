package org.sampan.mailserver.notice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Automatic answers in PostgreSQL. */
public final class JdbcAutomaticAnswers implements AutomaticAnswers {
    private static final Duration KEPT = Duration.ofDays(2);

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    public JdbcAutomaticAnswers(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    @Override
    public boolean begin(MailingList list, EmailAddress recipient, String kind, Duration pause) {
        Instant now = clock.instant();
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("delete from automatic_answer where ctid in (select ctid from automatic_answer"
                            + " where sent_at < :old limit 100 for update skip locked)")
                    .bind("old", now.minus(KEPT))
                    .execute();
            return handle.createUpdate("insert into automatic_answer as a (list_id, email, kind, sent_at)"
                                    + " values (:list, :email, :kind, :now) on conflict (list_id, email, kind)"
                                    + " do update set sent_at = excluded.sent_at where a.sent_at <= :pauseBegan")
                            .bind("list", list.id())
                            .bind("email", recipient.key())
                            .bind("kind", kind)
                            .bind("now", now)
                            .bind("pauseBegan", now.minus(pause))
                            .execute()
                    > 0;
        });
    }

    @Override
    public void withdraw(MailingList list, EmailAddress recipient, String kind) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "delete from automatic_answer where list_id = :list and email = :email and kind = :kind")
                .bind("list", list.id())
                .bind("email", recipient.key())
                .bind("kind", kind)
                .execute());
    }

    @Override
    public long count(EmailAddress recipient, String kind, Duration within) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select count(*) from automatic_answer where email = :email and kind = :kind and sent_at > :since")
                .bind("email", recipient.key())
                .bind("kind", kind)
                .bind("since", clock.instant().minus(within))
                .mapTo(Long.class)
                .one());
    }

    @Override
    public long count(MailingList list, String kind, Duration within) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from automatic_answer"
                        + " where list_id = :list and kind = :kind and sent_at > :since")
                .bind("list", list.id())
                .bind("kind", kind)
                .bind("since", clock.instant().minus(within))
                .mapTo(Long.class)
                .one());
    }
}
