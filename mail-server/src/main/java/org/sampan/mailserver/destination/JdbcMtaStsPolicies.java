package org.sampan.mailserver.destination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.storage.Database;

/** {@link MtaStsPolicies} in PostgreSQL. */
public final class JdbcMtaStsPolicies implements MtaStsPolicies {
    private final Jdbi jdbi;

    public JdbcMtaStsPolicies(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<Kept> find(String domain) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from mta_sts_policy where domain = :domain")
                .bind("domain", domain)
                .map((row, context) -> kept(row))
                .findOne());
    }

    @Override
    public void keep(String domain, Kept kept) {
        MtaStsPolicy policy = kept.policy();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into mta_sts_policy (domain, id, mode, hosts, max_age, fetched_at)
                        values (:domain, :id, :mode, :hosts, :age, :fetched)
                        on conflict (domain) do update set id = excluded.id, mode = excluded.mode,
                          hosts = excluded.hosts, max_age = excluded.max_age, fetched_at = excluded.fetched_at""")
                .bind("domain", domain)
                .bind("id", kept.id())
                .bind("mode", policy.mode().name().toLowerCase(Locale.ROOT))
                .bindArray("hosts", String.class, policy.hosts())
                .bind("age", policy.maxAge().toSeconds())
                .bind("fetched", kept.fetchedAt())
                .execute());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        return new Kept(
                row.getString("id"),
                new MtaStsPolicy(
                        MtaStsPolicy.Mode.valueOf(row.getString("mode").toUpperCase(Locale.ROOT)),
                        List.of((String[]) row.getArray("hosts").getArray()),
                        Duration.ofSeconds(row.getLong("max_age"))),
                row.getTimestamp("fetched_at").toInstant());
    }
}
