package org.sampan.mailserver.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.storage.Database;

/** Confirmations in PostgreSQL; expired ones go when new ones come. */
final class JdbcConfirmations implements Confirmations {
    private static final String SELECT =
            "select kind, list_id, email, name, language, other, consent, visitor, words, expires_at, mode, moderated"
                    + " from confirmation where confirmed_at is null and expires_at > :now and ";
    private static final String ADD = """
            insert into confirmation (token_hash, list_id, email, name, language, consent, expires_at, kind, mode, moderated,
              other, visitor, words)
            values (:token, :list, :email, :name, :language, :consent, :expires, :kind, :mode, :moderated,
              :other, :visitor, :words)
            on conflict (list_id, email, kind) do update set
              token_hash = excluded.token_hash, name = excluded.name, language = excluded.language,
              consent = excluded.consent, created_at = now(), expires_at = excluded.expires_at,
              mode = excluded.mode, moderated = excluded.moderated, other = excluded.other,
              visitor = excluded.visitor, words = excluded.words, confirmed_at = null""";

    private final Jdbi jdbi;
    private final Clock clock;

    @Inject
    JdbcConfirmations(Database database, Clock clock) {
        this.jdbi = database.jdbi();
        this.clock = clock;
    }

    @Override
    public void add(Confirmation confirmation, ConfirmationToken token) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from confirmation where token_hash in (select token_hash from confirmation"
                            + " where expires_at < :now limit 100 for update skip locked)")
                    .bind("now", clock.instant())
                    .execute();
            handle.createUpdate(ADD)
                    .bind("token", token.hash())
                    .bind("list", confirmation.list())
                    .bind("email", confirmation.person().email().key())
                    .bind("name", confirmation.person().name())
                    .bind("language", confirmation.person().language())
                    .bind("expires", confirmation.expiresAt())
                    .bind("kind", confirmation.kind().word())
                    .bind(
                            "other",
                            confirmation.other().map(EmailAddress::written).orElse(""))
                    .bind("consent", confirmation.place().consent())
                    .bind("mode", confirmation.place().mode().word())
                    .bind("moderated", confirmation.place().moderated())
                    .bind("visitor", confirmation.place().visitor())
                    .bind("words", confirmation.place().words())
                    .execute();
        });
    }

    @Override
    public Optional<Confirmation> find(ConfirmationToken token) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "token_hash = :token")
                .bind("token", token.hash())
                .bind("now", clock.instant())
                .map(JdbcConfirmations::confirmation)
                .findOne());
    }

    @Override
    public Optional<Confirmation> find(Confirmation.Kind kind, MailingList list, EmailAddress email) {
        return jdbi.withHandle(
                handle -> handle.createQuery(SELECT + "kind = :kind and list_id = :list and email = :email")
                        .bind("kind", kind.word())
                        .bind("list", list.id())
                        .bind("email", email.key())
                        .bind("now", clock.instant())
                        .map(JdbcConfirmations::confirmation)
                        .findOne());
    }

    @Override
    public List<Confirmation> all(Confirmation.Kind kind, MailingList list) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "kind = :kind and list_id = :list order by email")
                .bind("kind", kind.word())
                .bind("list", list.id())
                .bind("now", clock.instant())
                .map(JdbcConfirmations::confirmation)
                .list());
    }

    @Override
    public boolean remove(ConfirmationToken token) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from confirmation where token_hash = :token")
                        .bind("token", token.hash())
                        .execute())
                > 0;
    }

    @Override
    public boolean confirmHalf(ConfirmationToken token, Confirmation half) {
        return jdbi.inTransaction(handle -> {
            String mine = half.person().email().key();
            String other = half.other().orElseThrow().key();
            // Both rows in one order: two halves confirmed at once wait for each other.
            List<Boolean> others = handle.createQuery(
                            "select confirmed_at is not null from confirmation where list_id = :list"
                                    + " and kind in ('move-old', 'move-new') and (email = :other and lower(other) = :mine"
                                    + " or email = :mine and lower(other) = :other) order by email for update")
                    .bind("list", half.list())
                    .bind("mine", mine)
                    .bind("other", other)
                    .mapTo(Boolean.class)
                    .list();
            boolean otherWasFirst = others.contains(true);
            if (otherWasFirst) {
                handle.createUpdate("delete from confirmation where list_id = :list and email in (:mine, :other)"
                                + " and kind in ('move-old', 'move-new')")
                        .bind("list", half.list())
                        .bind("mine", mine)
                        .bind("other", other)
                        .execute();
            } else {
                handle.createUpdate("update confirmation set confirmed_at = :now where token_hash = :token")
                        .bind("now", clock.instant())
                        .bind("token", token.hash())
                        .execute();
            }
            return otherWasFirst;
        });
    }

    @Override
    public void removeAll(long list, EmailAddress email) {
        jdbi.useHandle(handle -> handle.createUpdate("delete from confirmation where list_id = :list and email = :email"
                        + " and kind in ('join', 'return', 'invitation')")
                .bind("list", list)
                .bind("email", email.key())
                .execute());
    }

    private static Confirmation confirmation(ResultSet row, StatementContext context) throws SQLException {
        Person person = new Person(
                new EmailAddress(row.getString("email")), row.getString("name"), "", "", row.getString("language"), "");
        return new Confirmation(
                Confirmation.Kind.of(row.getString("kind")),
                row.getLong("list_id"),
                person,
                EmailAddress.parse(row.getString("other")),
                new Confirmation.Place(
                        DeliveryMode.parse(row.getString("mode")).orElse(DeliveryMode.EACH),
                        row.getBoolean("moderated"),
                        row.getString("consent"),
                        row.getString("visitor"),
                        row.getString("words")),
                row.getTimestamp("expires_at").toInstant());
    }
}
