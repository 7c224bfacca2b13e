package org.sampan.mailserver.mailbox;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.post.Author;
import org.sampan.mailserver.post.Authors;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.storage.Database;

/** The mail that waits, in PostgreSQL. */
public final class JdbcMailboxMessages implements MailboxMessages {
    private final Jdbi jdbi;

    @Inject
    public JdbcMailboxMessages(Database database) {
        this.jdbi = database.jdbi();
    }

    @Override
    public void keep(Mailbox mailbox, Envelope envelope, Message message, Instant receivedAt) {
        byte[] bytes = message.bytes();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        insert into mailbox_message (mailbox, sha256, received_at, from_email, account, subject, bytes, message)
                        values (:mailbox, :sha256, :receivedAt, :from, :account, :subject, :bytes, :message)
                        on conflict do nothing""")
                .bind("mailbox", mailbox.word())
                .bind("sha256", sha256(bytes))
                .bind("receivedAt", receivedAt)
                .bind(
                        "from",
                        Authors.named(message.headers(), "From").stream()
                                .map(Author::email)
                                .map(EmailAddress::written)
                                .findFirst()
                                .orElse(null))
                .bind("account", envelope.account().orElse(null))
                .bind(
                        "subject",
                        message.headers()
                                .first("Subject")
                                .map(HeaderField::text)
                                .orElse(""))
                .bind("bytes", bytes.length)
                .bind("message", bytes)
                .execute());
    }

    @Override
    public List<MailboxMessage> waiting(Mailbox mailbox, int limit) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select id, mailbox, received_at, from_email, account, subject, bytes
                        from mailbox_message where mailbox = :mailbox order by id limit :limit""")
                .bind("mailbox", mailbox.word())
                .bind("limit", limit)
                .map(JdbcMailboxMessages::message)
                .list());
    }

    @Override
    public Optional<byte[]> raw(Mailbox mailbox, long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select message from mailbox_message where mailbox = :mailbox and id = :id")
                .bind("mailbox", mailbox.word())
                .bind("id", id)
                .mapTo(byte[].class)
                .findOne());
    }

    @Override
    public boolean remove(Mailbox mailbox, long id) {
        return jdbi.withHandle(handle -> handle.createUpdate(
                                "delete from mailbox_message where mailbox = :mailbox and id = :id")
                        .bind("mailbox", mailbox.word())
                        .bind("id", id)
                        .execute())
                > 0;
    }

    private static MailboxMessage message(ResultSet row, StatementContext context) throws SQLException {
        return new MailboxMessage(
                row.getLong("id"),
                Mailbox.of(row.getString("mailbox")).orElseThrow(),
                row.getTimestamp("received_at").toInstant(),
                Optional.ofNullable(row.getString("from_email")).flatMap(EmailAddress::parse),
                Optional.ofNullable(row.getString("account")),
                row.getString("subject"),
                row.getLong("bytes"));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
