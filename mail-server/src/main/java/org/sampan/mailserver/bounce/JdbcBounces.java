package org.sampan.mailserver.bounce;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.mailinglist.BounceSettings;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.report.FailureKind;
import org.sampan.mailserver.storage.Database;

/** Bounces in PostgreSQL. */
final class JdbcBounces implements Bounces {
    private static final String INSERT = """
            insert into bounce (person_id, list_id, delivery_id, kind, status, reply, provider, at)
            select :person, :list, :delivery, :kind, :status, :reply, :provider, :at
            where exists (select from person where id = :person) and exists (select from mailing_list where id = :list)
            and (select count(*) from bounce where person_id = :person and at > :yesterday) < :most
            on conflict (delivery_id, person_id) do nothing""";
    private static final String ALIKE =
            "select count(*) from bounce where delivery_id = :delivery and provider = :provider and kind = :kind";
    // Copies that wait for an hour of their readers' day were offered to nobody yet.
    private static final String RECIPIENTS = """
            select count(*) from delivery_batch d cross join unnest(d.recipients) r join person p on p.id = r
            where d.delivery_id = :delivery and d.state <> 'waiting' and p.domain in (
              select distinct o.domain from bounce b join person o on o.id = b.person_id
              where b.delivery_id = :delivery and b.provider = :provider and b.kind = :kind)""";
    private static final String SEEN = """
            select b.at, l.address, b.kind, b.status, b.reply, b.weight, b.excused
            from bounce b join person p on p.id = b.person_id join mailing_list l on l.id = b.list_id
            where p.email = :email order by b.at desc, b.id desc limit 50""";
    private static final String TROUBLES = """
            select l.address, c.stage, c.since
            from bounce_case c join person p on p.id = c.person_id join mailing_list l on l.id = c.list_id
            where p.email = :email order by l.address""";

    private final Jdbi jdbi;
    private final MailingLists lists;
    private final Clock clock;

    @Inject
    JdbcBounces(Database database, MailingLists lists, Clock clock) {
        this.jdbi = database.jdbi();
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public boolean add(Bounce bounce) {
        return jdbi.withHandle(handle -> storm(handle.createUpdate(INSERT), bounce)
                        .bind("person", bounce.person())
                        .bind("list", bounce.list())
                        .bind("status", bounce.failure().status())
                        .bind("reply", bounce.failure().words())
                        .bind("at", bounce.at())
                        .bind("yesterday", bounce.at().minus(Duration.ofDays(1)))
                        .bind("most", MOST_A_DAY)
                        .execute())
                > 0;
    }

    @Override
    public void weigh(Bounce bounce, double weight) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        "update bounce set weight = :weight where delivery_id = :delivery and person_id = :person")
                .bind("weight", weight)
                .bind("delivery", bounce.delivery())
                .bind("person", bounce.person())
                .execute());
    }

    @Override
    public long alike(Bounce bounce) {
        return jdbi.withHandle(handle ->
                storm(handle.createQuery(ALIKE), bounce).mapTo(Long.class).one());
    }

    @Override
    public long recipientsThere(Bounce bounce) {
        return jdbi.withHandle(handle ->
                storm(handle.createQuery(RECIPIENTS), bounce).mapTo(Long.class).one());
    }

    @Override
    public boolean isStorm(Bounce bounce) {
        return jdbi.withHandle(handle -> storm(
                        handle.createQuery("select exists (select from bounce_storm where provider = :provider"
                                + " and delivery_id = :delivery and kind = :kind)"),
                        bounce)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public Optional<Instant> firstStorm(String provider, FailureKind kind, Instant since) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select min(at) as at from bounce_storm where provider = :provider and kind = :kind and at > :since")
                .bind("provider", provider)
                .bind("kind", word(kind))
                .bind("since", since)
                .map((row, context) ->
                        Optional.ofNullable(row.getTimestamp("at")).map(Timestamp::toInstant))
                .one());
    }

    @Override
    public List<Excused> excuse(Bounce one) {
        return jdbi.inTransaction(handle -> {
            storm(
                            handle.createUpdate("insert into bounce_storm (provider, delivery_id, kind, at)"
                                    + " values (:provider, :delivery, :kind, :at) on conflict do nothing"),
                            one)
                    .bind("at", one.at())
                    .execute();
            return storm(
                            handle.createQuery(
                                    "update bounce set excused = true where delivery_id = :delivery and provider = :provider"
                                            + " and kind = :kind and not excused returning person_id, weight, at"),
                            one)
                    .map((row, context) -> new Excused(
                            row.getLong("person_id"),
                            row.getDouble("weight"),
                            row.getTimestamp("at").toInstant()))
                    .list();
        });
    }

    @Override
    public Optional<Long> deliveryOf(MailingList list, String messageId) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select d.id from post p join delivery d on d.post_id = p.id and d.marker = ''"
                                + " where p.list_id = :list and p.message_id in (:id, :bracketed) and p.received_at > :since")
                .bind("list", list.id())
                .bind("id", messageId)
                .bind("bracketed", "<" + messageId + ">")
                .bind("since", clock.instant().minus(Duration.ofDays(30)))
                .mapTo(Long.class)
                .findOne());
    }

    @Override
    public void forget(Duration olderThan) {
        Instant before = clock.instant().minus(olderThan);
        jdbi.useTransaction(handle -> {
            for (String table : List.of("bounce", "bounce_storm", "bounce_event")) {
                handle.createUpdate("delete from " + table + " where at < :before")
                        .bind("before", before)
                        .execute();
            }
        });
    }

    @Override
    public List<Seen> seen(EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery(SEEN)
                .bind("email", email.key())
                .map((row, context) -> new Seen(
                        row.getTimestamp("at").toInstant(),
                        row.getString("address"),
                        row.getString("kind"),
                        row.getString("status"),
                        row.getString("reply"),
                        row.getDouble("weight"),
                        row.getBoolean("excused")))
                .list());
    }

    @Override
    public List<Trouble> troubles(EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery(TROUBLES)
                .bind("email", email.key())
                .map(this::trouble)
                .list());
    }

    private Trouble trouble(ResultSet row, StatementContext context) throws SQLException {
        Instant since = row.getTimestamp("since").toInstant();
        String stage = row.getString("stage");
        Optional<Duration> removal = lists.find(ListAddress.of(row.getString("address")))
                .map(it -> it.settings().get(BounceSettings.REMOVE_AFTER))
                .filter(it -> stage.equals("suspended") && !it.isZero());
        return new Trouble(
                row.getString("address"), stage, since, removal.map(since::plus).orElse(null));
    }

    private static <S extends SqlStatement<S>> S storm(S statement, Bounce bounce) {
        return statement
                .bind("provider", bounce.provider())
                .bind("delivery", bounce.delivery())
                .bind("kind", word(bounce.failure().kind()));
    }

    private static String word(FailureKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
