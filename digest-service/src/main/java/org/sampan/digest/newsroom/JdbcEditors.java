package org.sampan.digest.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.sampan.digest.mailserver.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept in PostgreSQL. */
@Repository
class JdbcEditors implements Editors {
    private final JdbcClient database;

    JdbcEditors(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<Editor> all() {
        return database.sql("select * from editor order by email")
                .query(JdbcEditors::editor)
                .list();
    }

    @Override
    public boolean has(EmailAddress email) {
        return database.sql("select exists (select from editor where email = :email)")
                .param("email", email.text())
                .query(Boolean.class)
                .single();
    }

    @Override
    public boolean add(Editor editor) {
        return database.sql("insert into editor (email, added_by, added_at) values (:email, :by, :at)"
                                + " on conflict do nothing")
                        .param("email", editor.email().text())
                        .param("by", editor.addedBy())
                        .param("at", editor.addedAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public boolean remove(EmailAddress email) {
        return database.sql("delete from editor where email = :email")
                        .param("email", email.text())
                        .update()
                == 1;
    }

    private static Editor editor(ResultSet row, int number) throws SQLException {
        return new Editor(
                new EmailAddress(row.getString("email")),
                row.getString("added_by"),
                row.getObject("added_at", OffsetDateTime.class).toInstant());
    }
}
