package org.sampan.digest.statement;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.markdown.Markdown;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Statements in PostgreSQL, attachments and all: one backup holds everything. */
@Repository
class JdbcStatements implements Statements {
    private final JdbcClient database;
    private final TransactionTemplate transaction;

    JdbcStatements(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public Statement add(NewStatement statement, Instant now) {
        String fingerprint = fingerprint(statement);
        transaction.executeWithoutResult(status -> insert(statement, fingerprint, now));
        StatementId id = database.sql("select id from statement where fingerprint = ?")
                .param(fingerprint)
                .query((row, number) -> new StatementId(row.getLong(1)))
                .single();
        return find(id).orElseThrow();
    }

    private void insert(NewStatement statement, String fingerprint, Instant now) {
        Optional<Long> id = database.sql("""
                        insert into statement (subject, language, body, fingerprint, created_at)
                        values (?, ?, ?, ?, ?) on conflict (fingerprint) do nothing returning id""")
                .param(statement.subject())
                .param(statement.language().toLanguageTag())
                .param(statement.body().source())
                .param(fingerprint)
                .param(Timestamp.from(now))
                .query(Long.class)
                .optional();
        id.ifPresent(fresh -> {
            insertAttachments(fresh, statement.attachments());
            insertLists(fresh, statement.lists());
        });
    }

    private void insertAttachments(long id, List<Attachment> attachments) {
        for (int position = 0; position < attachments.size(); position++) {
            database.sql("insert into statement_attachment values (?, ?, ?, ?, ?)")
                    .param(id)
                    .param(position)
                    .param(attachments.get(position).name())
                    .param(attachments.get(position).type())
                    .param(attachments.get(position).bytes())
                    .update();
        }
    }

    private void insertLists(long id, List<ListAddress> lists) {
        for (int position = 0; position < lists.size(); position++) {
            database.sql("insert into statement_list (statement_id, list, position) values (?, ?, ?)")
                    .param(id)
                    .param(lists.get(position).text())
                    .param(position)
                    .update();
        }
    }

    @Override
    public Optional<Statement> find(StatementId id) {
        return database.sql("select * from statement where id = ?")
                .param(id.value())
                .query((row, number) -> new Statement(
                        id,
                        new NewStatement(
                                row.getString("subject"),
                                Locale.forLanguageTag(row.getString("language")),
                                new Markdown(row.getString("body")),
                                List.of(),
                                List.of()),
                        row.getTimestamp("created_at").toInstant(),
                        List.of()))
                .optional()
                .map(this::whole);
    }

    private Statement whole(Statement bare) {
        NewStatement content = bare.content();
        return new Statement(
                bare.id(),
                new NewStatement(
                        content.subject(),
                        content.language(),
                        content.body(),
                        attachments(bare.id()),
                        lists(bare.id(), "true")),
                bare.createdAt(),
                lists(bare.id(), "sent_at is null and refusal is null"));
    }

    private List<Attachment> attachments(StatementId id) {
        return database.sql(
                        "select name, type, bytes from statement_attachment where statement_id = ? order by position")
                .param(id.value())
                .query((row, number) -> new Attachment(row.getString(1), row.getString(2), row.getBytes(3)))
                .list();
    }

    private List<ListAddress> lists(StatementId id, String condition) {
        return database.sql("select list from statement_list where statement_id = ? and " + condition
                        + " order by position")
                .param(id.value())
                .query((row, number) -> new ListAddress(row.getString(1)))
                .list();
    }

    @Override
    public List<StatementId> unsent() {
        return database.sql("""
                        select distinct statement_id from statement_list
                        where sent_at is null and refusal is null order by statement_id""")
                .query((row, number) -> new StatementId(row.getLong(1)))
                .list();
    }

    @Override
    public void markSent(StatementId id, ListAddress list, Instant at) {
        database.sql("update statement_list set sent_at = ? where statement_id = ? and list = ? and sent_at is null")
                .param(Timestamp.from(at))
                .param(id.value())
                .param(list.text())
                .update();
    }

    @Override
    public void markRefused(StatementId id, ListAddress list, String reason) {
        database.sql("update statement_list set refusal = ? where statement_id = ? and list = ? and sent_at is null")
                .param(reason)
                .param(id.value())
                .param(list.text())
                .update();
    }

    private static String fingerprint(NewStatement statement) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            statement.lists().stream().map(ListAddress::text).sorted().forEach(list -> update(digest, list));
            update(digest, statement.subject());
            update(digest, statement.language().toLanguageTag());
            update(digest, statement.body().source());
            for (Attachment attachment : statement.attachments()) {
                update(digest, attachment.name());
                digest.update(attachment.bytes());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }
}
