package org.sampan.mailserver.membership;

import java.sql.Timestamp;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.inject.Inject;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatement;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Persons and subscriptions in PostgreSQL. */
public final class JdbcMembers implements Members {
    private final Jdbi jdbi;

    @Inject
    public JdbcMembers(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<Subscription> find(MailingList list, EmailAddress email) {
        return jdbi.withHandle(handle -> find(handle, list, email));
    }

    @Override
    public Optional<Subscription> find(LeaveToken token) {
        return jdbi.withHandle(handle -> handle.createQuery(JdbcMemberRows.SUBSCRIPTIONS
                        + "where s.list_id = :list and s.person_id = " + JdbcMemberRows.WHO_IT_IS_NOW)
                .bind("list", token.list())
                .bind("person", token.person())
                .map(JdbcMemberRows::subscription)
                .findOne());
    }

    @Override
    public Optional<Subscription> findPoster(MailingList list, EmailAddress email) {
        return jdbi.withHandle(handle -> about(
                        handle.createQuery(
                                JdbcMemberRows.SUBSCRIPTIONS + "where s.list_id = :list and (p.email = :email or p.id ="
                                        + " (select person_id from person_address where email = :email))"
                                        + " order by (p.email = :email) desc limit 1"),
                        list,
                        email)
                .map(JdbcMemberRows::subscription)
                .findOne());
    }

    @Override
    public boolean isMember(MailingList list, EmailAddress email) {
        return jdbi.withHandle(handle -> about(
                        handle.createQuery(
                                "select exists (select from person p join subscription s on s.person_id = p.id"
                                        + " where p.email = :email and s.list_id = :list)"),
                        list,
                        email)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public long count(MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from subscription where list_id = :list")
                .bind("list", list.id())
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<Audience.Size> audiences(MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery("select s.mode, p.timezone, count(*) as readers"
                        + " from subscription s join person p on p.id = s.person_id"
                        + " where s.list_id = :list and s.state = 'active' and s.mode not in ('each', 'none')"
                        + " group by s.mode, p.timezone order by s.mode, p.timezone")
                .bind("list", list.id())
                .map((row, context) -> new Audience.Size(
                        DeliveryMode.parse(row.getString("mode")).orElseThrow(),
                        row.getString("timezone"),
                        row.getLong("readers")))
                .list());
    }

    @Override
    public Added add(MailingList list, Person person, DeliveryMode mode, String consent) {
        return jdbi.inTransaction(handle -> {
            texts(
                            handle.createUpdate(
                                    "insert into person as p (email, written_as, name, organisation, country, language,"
                                            + " timezone) values (:email, :written, :name, :organisation, :country, :language, :timezone)"
                                            + " on conflict (email) do update set name = coalesce(nullif(p.name, ''), excluded.name),"
                                            + " organisation = coalesce(nullif(p.organisation, ''), excluded.organisation),"
                                            + " country = coalesce(nullif(p.country, ''), excluded.country),"
                                            + " language = coalesce(nullif(p.language, ''), excluded.language),"
                                            + " timezone = coalesce(nullif(p.timezone, ''), excluded.timezone)"),
                            person)
                    .bind("written", person.email().written())
                    .execute();
            int added = about(
                            handle.createUpdate("insert into subscription (list_id, person_id, mode, consent)"
                                    + " select :list, id, :mode, :consent from person where email = :email"
                                    + " on conflict do nothing"),
                            list,
                            person.email())
                    .bind("mode", mode.word())
                    .bind("consent", consent)
                    .execute();
            return new Added(find(handle, list, person.email()).orElseThrow(), added > 0);
        });
    }

    @Override
    public ImportCount addAll(MailingList list, Stream<NewMember> members, String consent) {
        return jdbi.inTransaction(handle -> new JdbcMembersImport(handle, list, consent).run(members));
    }

    @Override
    public ImportPreview preview(MailingList list, Stream<NewMember> members, int shown) {
        return jdbi.inTransaction(handle -> new JdbcMembersImport(handle, list, "").preview(members, shown));
    }

    @Override
    public Optional<Subscription> change(MailingList list, Person person, DeliveryMode mode, boolean moderated) {
        return jdbi.inTransaction(handle -> {
            int changed = about(
                            handle.createUpdate(
                                    "update subscription s set mode = :mode, moderated = :moderated from person p"
                                            + " where p.id = s.person_id and p.email = :email and s.list_id = :list"),
                            list,
                            person.email())
                    .bind("mode", mode.word())
                    .bind("moderated", moderated)
                    .execute();
            if (changed > 0) {
                texts(
                                handle.createUpdate("update person set name = :name, organisation = :organisation,"
                                        + " country = :country, language = :language, timezone = :timezone"
                                        + " where email = :email"),
                                person)
                        .execute();
            }
            return find(handle, list, person.email());
        });
    }

    @Override
    public Optional<Subscription> change(MailingList list, EmailAddress email, Subscription.State state) {
        return jdbi.inTransaction(handle -> {
            about(
                            handle.createUpdate("update subscription s set state = :state from person p"
                                    + " where p.id = s.person_id and p.email = :email and s.list_id = :list"),
                            list,
                            email)
                    .bind("state", state.name().toLowerCase(Locale.ROOT))
                    .execute();
            return find(handle, list, email);
        });
    }

    @Override
    public boolean remove(MailingList list, EmailAddress email) {
        return jdbi.withHandle(handle -> about(
                                handle.createUpdate("delete from subscription s using person p"
                                        + " where p.id = s.person_id and p.email = :email and s.list_id = :list"),
                                list,
                                email)
                        .execute())
                > 0;
    }

    @Override
    public Optional<Person> person(EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + JdbcMemberRows.PERSON + " from person p where p.email = :email")
                .bind("email", email.key())
                .map(JdbcMemberRows::person)
                .findOne());
    }

    @Override
    public Optional<Person> person(long id) {
        return jdbi.withHandle(handle -> handle.createQuery("select " + JdbcMemberRows.PERSON
                        + " from person p where p.id = " + JdbcMemberRows.WHO_IT_IS_NOW)
                .bind("person", id)
                .map(JdbcMemberRows::person)
                .findOne());
    }

    @Override
    public List<Subscription> subscriptionsOf(EmailAddress email) {
        return jdbi.withHandle(
                handle -> handle.createQuery(JdbcMemberRows.SUBSCRIPTIONS + "where p.email = :email order by l.address")
                        .bind("email", email.key())
                        .map(JdbcMemberRows::subscription)
                        .list());
    }

    @Override
    public BounceRecord bounces(EmailAddress email) {
        return jdbi.withHandle(handle -> bounces(handle, email, "")).orElse(BounceRecord.CLEAN);
    }

    @Override
    public Optional<BounceRecord> changeBounces(EmailAddress email, UnaryOperator<BounceRecord> change) {
        return jdbi.inTransaction(handle -> bounces(handle, email, " for update")
                .map(known -> {
                    BounceRecord changed = change.apply(known);
                    handle.createUpdate("update person set bounce_score = :score, last_bounce_at = :last,"
                                    + " last_bounce_reply = :reply where email = :email")
                            .bind("score", changed.score())
                            .bind("last", changed.last())
                            .bind("reply", changed.lastReply())
                            .bind("email", email.key())
                            .execute();
                    return changed;
                }));
    }

    @Override
    public boolean erase(EmailAddress email) {
        return jdbi.inTransaction(handle -> {
            for (String wishes : List.of("confirmation", "waiting_join", "join_attempt", "admission")) {
                handle.createUpdate("delete from " + wishes + " where email = :email")
                        .bind("email", email.key())
                        .execute();
            }
            return handle.createUpdate("delete from person where email = :email")
                            .bind("email", email.key())
                            .execute()
                    > 0;
        });
    }

    private static Optional<Subscription> find(Handle handle, MailingList list, EmailAddress email) {
        return about(
                        handle.createQuery(
                                JdbcMemberRows.SUBSCRIPTIONS + "where s.list_id = :list and p.email = :email"),
                        list,
                        email)
                .map(JdbcMemberRows::subscription)
                .findOne();
    }

    private static Optional<BounceRecord> bounces(Handle handle, EmailAddress email, String lock) {
        return handle.createQuery(
                        "select bounce_score, last_bounce_at, last_bounce_reply from person where email = :email"
                                + lock)
                .bind("email", email.key())
                .map((row, context) -> {
                    Timestamp last = row.getTimestamp("last_bounce_at");
                    return new BounceRecord(
                            row.getDouble("bounce_score"),
                            last == null ? null : last.toInstant(),
                            row.getString("last_bounce_reply"));
                })
                .findOne();
    }

    private static <S extends SqlStatement<S>> S about(S statement, MailingList list, EmailAddress email) {
        return statement.bind("list", list.id()).bind("email", email.key());
    }

    private static <S extends SqlStatement<S>> S texts(S statement, Person person) {
        return statement
                .bind("email", person.email().key())
                .bind("name", person.name())
                .bind("organisation", person.organisation())
                .bind("country", person.country())
                .bind("language", person.language())
                .bind("timezone", person.timezone());
    }
}
