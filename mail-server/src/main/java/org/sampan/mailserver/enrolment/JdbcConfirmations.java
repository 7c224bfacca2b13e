package org.sampan.mailserver.enrolment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.storage.Database;

/** Confirmations in PostgreSQL; expired ones go when new ones come. */
final class JdbcConfirmations implements Confirmations {
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
            handle.createUpdate(
                            "insert into confirmation (token_hash, list_id, email, name, language, consent, expires_at,"
                                    + " kind, mode, moderated) values (:token, :list, :email, :name, :language, :consent, :expires,"
                                    + " :kind, :mode, :moderated) on conflict (list_id, email, kind) do update set"
                                    + " token_hash = excluded.token_hash, name = excluded.name, language = excluded.language,"
                                    + " consent = excluded.consent, created_at = now(), expires_at = excluded.expires_at,"
                                    + " mode = excluded.mode, moderated = excluded.moderated")
                    .bind("token", token.hash())
                    .bind("list", confirmation.list())
                    .bind("email", confirmation.person().email().key())
                    .bind("name", confirmation.person().name())
                    .bind("language", confirmation.person().language())
                    .bind("consent", confirmation.consent())
                    .bind("expires", confirmation.expiresAt())
                    .bind("kind", word(confirmation.kind()))
                    .bind("mode", confirmation.mode().word())
                    .bind("moderated", confirmation.moderated())
                    .execute();
        });
    }

    @Override
    public Optional<Confirmation> find(ConfirmationToken token) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select kind, list_id, email, name, language, consent, expires_at, mode, moderated"
                                + " from confirmation where token_hash = :token and expires_at > :now")
                .bind("token", token.hash())
                .bind("now", clock.instant())
                .map(JdbcConfirmations::confirmation)
                .findOne());
    }

    @Override
    public boolean remove(ConfirmationToken token) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from confirmation where token_hash = :token")
                        .bind("token", token.hash())
                        .execute())
                > 0;
    }

    @Override
    public void removeAll(long list, EmailAddress email) {
        jdbi.useHandle(
                handle -> handle.createUpdate("delete from confirmation where list_id = :list and email = :email")
                        .bind("list", list)
                        .bind("email", email.key())
                        .execute());
    }

    private static Confirmation confirmation(ResultSet row, StatementContext context) throws SQLException {
        Person person = new Person(
                new EmailAddress(row.getString("email")), row.getString("name"), "", "", row.getString("language"), "");
        return new Confirmation(
                Confirmation.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                row.getLong("list_id"),
                person,
                DeliveryMode.parse(row.getString("mode")).orElse(DeliveryMode.EACH),
                row.getBoolean("moderated"),
                row.getString("consent"),
                row.getTimestamp("expires_at").toInstant());
    }

    private static String word(Confirmation.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
