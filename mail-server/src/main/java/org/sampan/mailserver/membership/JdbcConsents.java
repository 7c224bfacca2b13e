package org.sampan.mailserver.membership;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.storage.Database;

/** Consents in PostgreSQL. */
public final class JdbcConsents implements Consents {
    private static final int DIGITS = 12;

    private final Jdbi jdbi;
    private final Set<String> kept = ConcurrentHashMap.newKeySet();

    @Inject
    public JdbcConsents(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public void keep(MailingList list, EmailAddress email, Consent consent) {
        jdbi.useHandle(
                handle -> handle.createUpdate("insert into consent (list_id, person_id, how, agreed_at, visitor, words)"
                                + " select s.list_id, s.person_id, :how, :at, :visitor, :words from subscription s"
                                + " join person p on p.id = s.person_id where s.list_id = :list and p.email = :email"
                                + " on conflict (list_id, person_id) do update set how = excluded.how,"
                                + " agreed_at = excluded.agreed_at, visitor = excluded.visitor, words = excluded.words")
                        .bind("list", list.id())
                        .bind("email", email.key())
                        .bind("how", consent.how())
                        .bind("at", consent.at())
                        .bind("visitor", consent.visitor())
                        .bind("words", consent.words())
                        .execute());
    }

    @Override
    public Optional<Consent> find(MailingList list, EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select c.how, c.agreed_at, c.visitor, c.words from consent c"
                                + " join person p on p.id = c.person_id where c.list_id = :list and p.email = :email")
                .bind("list", list.id())
                .bind("email", email.key())
                .map((row, context) -> new Consent(
                        row.getString("how"),
                        row.getTimestamp("agreed_at").toInstant(),
                        row.getString("visitor"),
                        row.getString("words")))
                .findOne());
    }

    @Override
    public String version(String kind, String words) {
        String version = kind + "/" + sha256(words).substring(0, DIGITS);
        if (!kept.contains(version)) {
            jdbi.useHandle(handle -> handle.createUpdate("insert into consent_words (version, words)"
                            + " values (:version, :words) on conflict do nothing")
                    .bind("version", version)
                    .bind("words", words)
                    .execute());
            kept.add(version);
        }
        return version;
    }

    @Override
    public Optional<String> words(String version) {
        return jdbi.withHandle(handle -> handle.createQuery("select words from consent_words where version = :version")
                .bind("version", version)
                .mapTo(String.class)
                .findOne());
    }

    private static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
