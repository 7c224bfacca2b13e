package org.sampan.digest.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.sampan.digest.mailserver.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept in PostgreSQL. */
@Repository
class JdbcSignInLinks implements SignInLinks {
    private final JdbcClient database;

    JdbcSignInLinks(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void keep(SignInToken token, SignInLink link, Instant now, Instant expiresAt) {
        database.sql("delete from sign_in_link where expires_at <= :now")
                .param("now", utc(now))
                .update();
        database.sql(
                        "insert into sign_in_link (token_hash, email, next_path, expires_at) values (:hash, :email, :next, :expires)")
                .param("hash", token.hash())
                .param("email", link.email().text())
                .param("next", link.next())
                .param("expires", utc(expiresAt))
                .update();
    }

    @Override
    public Optional<SignInLink> find(SignInToken token, Instant now) {
        return database.sql("select email, next_path from sign_in_link where token_hash = :hash and expires_at > :now")
                .param("hash", token.hash())
                .param("now", utc(now))
                .query(JdbcSignInLinks::link)
                .optional();
    }

    @Override
    public Optional<SignInLink> use(SignInToken token, Instant now) {
        return database.sql("delete from sign_in_link where token_hash = :hash and expires_at > :now"
                        + " returning email, next_path")
                .param("hash", token.hash())
                .param("now", utc(now))
                .query(JdbcSignInLinks::link)
                .optional();
    }

    private static SignInLink link(ResultSet row, int number) throws SQLException {
        return new SignInLink(new EmailAddress(row.getString("email")), row.getString("next_path"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
