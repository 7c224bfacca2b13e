package org.sampan.digest.statement;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.PostId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Kept in PostgreSQL, in {@code statement_list}: a row for each mail and list. */
@Repository
class JdbcHandovers implements Handovers {
    private static final String ROW = " where statement_id = :statement and mail = :mail and list = :list";

    private final JdbcClient database;

    JdbcHandovers(JdbcClient database) {
        this.database = database;
    }

    /** They wait from now on; what was planned before stays as it is. */
    void plan(MailId mail, List<Destination> destinations) {
        int position = 0;
        for (Destination to : destinations) {
            row("""
                            insert into statement_list (statement_id, mail, list, position, received, again)
                            values (:statement, :mail, :list, :position, :received, :again) on conflict do nothing""", mail, to.list())
                    .param("position", position++)
                    .param("received", to.received().orElse(null))
                    .param("again", to.again())
                    .update();
        }
    }

    @Override
    public List<Handover> of(MailId mail) {
        return of(mail.statement()).getOrDefault(mail, List.of());
    }

    @Override
    public Map<MailId, List<Handover>> of(StatementId statement) {
        Map<MailId, List<Handover>> all = new LinkedHashMap<>();
        database.sql("select * from statement_list where statement_id = :statement order by mail, position")
                .param("statement", statement.value())
                .query((row, number) -> Map.entry(mail(row), handover(row)))
                .list()
                .forEach(it -> all.computeIfAbsent(it.getKey(), mail -> new ArrayList<>())
                        .add(it.getValue()));
        return all;
    }

    @Override
    public List<MailId> waiting() {
        return mails("step = 'waiting'");
    }

    @Override
    public List<MailId> stopping() {
        return mails("step = 'stopping'");
    }

    /** One that is not there after two days never will be. */
    @Override
    public List<MailId> unfollowed() {
        return mails("step = 'stopping' or step = 'taken' and post is null and at > now() - interval '2 days'");
    }

    private List<MailId> mails(String condition) {
        return database.sql("select distinct statement_id, mail from statement_list where " + condition
                        + " order by statement_id, mail")
                .query((row, number) -> mail(row))
                .list();
    }

    @Override
    public void markTaken(MailId mail, ListAddress list, Instant at) {
        // One that was stopped meanwhile is stopped at the mail server.
        row(
                        "update statement_list set at = :at, step = case step when 'waiting' then 'taken' else 'stopping' end"
                                + ROW + " and step in ('waiting', 'stopped')",
                        mail,
                        list)
                .param("at", JdbcStatementRows.at(at))
                .update();
    }

    @Override
    public void markRefused(MailId mail, ListAddress list, String reason) {
        row("update statement_list set step = 'refused', reason = :reason" + ROW + " and step = 'waiting'", mail, list)
                .param("reason", reason)
                .update();
    }

    @Override
    public void markPost(MailId mail, ListAddress list, PostId post) {
        row("update statement_list set post = :post" + ROW, mail, list)
                .param("post", post.text())
                .update();
    }

    @Override
    public void stop(MailId mail) {
        database.sql("""
                        update statement_list set step = case step when 'waiting' then 'stopped' else 'stopping' end
                        where statement_id = :statement and mail = :mail and step in ('waiting', 'taken')""")
                .param("statement", mail.statement().value())
                .param("mail", mail.number())
                .update();
    }

    @Override
    public void markStopped(MailId mail, ListAddress list, boolean inTime) {
        row("update statement_list set step = :step" + ROW + " and step = 'stopping'", mail, list)
                .param("step", inTime ? "stopped" : "too-late")
                .update();
    }

    private StatementSpec row(String sql, MailId mail, ListAddress list) {
        return database.sql(sql)
                .param("statement", mail.statement().value())
                .param("mail", mail.number())
                .param("list", list.text());
    }

    private static MailId mail(ResultSet row) throws SQLException {
        return new MailId(new StatementId(row.getLong("statement_id")), row.getInt("mail"));
    }

    private static Handover handover(ResultSet row) throws SQLException {
        return new Handover(
                new Destination(
                        new ListAddress(row.getString("list")),
                        Optional.ofNullable(row.getObject("received", Integer.class)),
                        row.getBoolean("again")),
                Handover.Step.valueOf(row.getString("step").replace('-', '_').toUpperCase(Locale.ROOT)),
                Optional.ofNullable(row.getObject("at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
                row.getString("reason"),
                Optional.ofNullable(row.getString("post")).flatMap(PostId::parse));
    }
}
