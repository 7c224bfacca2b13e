package org.sampan.mailserver.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Singleton;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.mailinglist.EmailAddress;

/** {@link Accounts} in PostgreSQL. */
@Singleton
final class JdbcAccounts implements Accounts {
    private final Jdbi jdbi;
    private final PasswordHash nobodys = PasswordHash.of("the password of nobody");

    @Inject
    JdbcAccounts(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Account> all() {
        return jdbi.withHandle(handle -> handle.createQuery("select address, created_at from account order by address")
                .map(JdbcAccounts::account)
                .list());
    }

    @Override
    public Optional<Account> find(EmailAddress address) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select address, created_at from account where address = :address")
                        .bind("address", address.key())
                        .map(JdbcAccounts::account)
                        .findOne());
    }

    @Override
    public Optional<Account> add(EmailAddress address, PasswordHash password) {
        return jdbi.withHandle(
                handle -> handle.createQuery("insert into account (address, password) values (:address, :password)"
                                + " on conflict do nothing returning address, created_at")
                        .bind("address", address.key())
                        .bind("password", password.text())
                        .map(JdbcAccounts::account)
                        .findOne());
    }

    @Override
    public void put(EmailAddress address, PasswordHash password) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into account (address, password) values (:address, :password)"
                                + " on conflict (address) do update set password = excluded.password")
                        .bind("address", address.key())
                        .bind("password", password.text())
                        .execute());
    }

    @Override
    public boolean remove(EmailAddress address) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from account where address = :address")
                        .bind("address", address.key())
                        .execute())
                > 0;
    }

    @Override
    public boolean verifies(EmailAddress address, String password) {
        Optional<PasswordHash> hash =
                jdbi.withHandle(handle -> handle.createQuery("select password from account where address = :address")
                        .bind("address", address.key())
                        .mapTo(String.class)
                        .findOne()
                        .map(PasswordHash::new));
        return hash.orElse(nobodys).matches(password) && hash.isPresent();
    }

    private static Account account(ResultSet row, StatementContext context) throws SQLException {
        return new Account(
                new EmailAddress(row.getString("address")),
                row.getTimestamp("created_at").toInstant());
    }
}
