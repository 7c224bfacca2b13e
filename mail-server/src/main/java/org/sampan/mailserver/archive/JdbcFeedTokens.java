package org.sampan.mailserver.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** {@link FeedTokens} in PostgreSQL. */
final class JdbcFeedTokens implements FeedTokens {
    private static final int BYTES = 24;
    private static final String OF_MEMBER =
            " from subscription s join person p on p.id = s.person_id where s.list_id = :list and p.email = :email";

    private final SecureRandom random = new SecureRandom();
    private final Jdbi jdbi;

    @Inject
    JdbcFeedTokens(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public Optional<String> renew(MailingList list, EmailAddress member) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        int made = jdbi.withHandle(handle -> handle.createUpdate(
                        "insert into feed_token (list_id, person_id, token_hash) select s.list_id, s.person_id, :hash"
                                + OF_MEMBER
                                + " on conflict (list_id, person_id) do update set token_hash = excluded.token_hash,"
                                + " created_at = now()")
                .bind("hash", hash(token))
                .bind("list", list.id())
                .bind("email", member.key())
                .execute());
        return made == 1 ? Optional.of(token) : Optional.empty();
    }

    @Override
    public boolean revoke(MailingList list, EmailAddress member) {
        return jdbi.withHandle(handle -> handle.createUpdate("delete from feed_token where (list_id, person_id) in"
                                + " (select s.list_id, s.person_id" + OF_MEMBER + ")")
                        .bind("list", list.id())
                        .bind("email", member.key())
                        .execute())
                > 0;
    }

    @Override
    public Optional<Instant> madeAt(MailingList list, EmailAddress member) {
        return jdbi.withHandle(handle -> handle.createQuery("select created_at from feed_token where"
                        + " (list_id, person_id) in (select s.list_id, s.person_id" + OF_MEMBER + ")")
                .bind("list", list.id())
                .bind("email", member.key())
                .mapTo(Instant.class)
                .findOne());
    }

    @Override
    public Optional<Holder> holder(String token) {
        return jdbi.withHandle(handle -> handle.createQuery("select l.address, p.email from feed_token f"
                        + " join mailing_list l on l.id = f.list_id join person p on p.id = f.person_id"
                        + " where f.token_hash = :hash")
                .bind("hash", hash(token))
                .map((row, context) -> new Holder(row.getString("address"), row.getString("email")))
                .findOne());
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
