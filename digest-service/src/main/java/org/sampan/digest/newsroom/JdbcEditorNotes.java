package org.sampan.digest.newsroom;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.sampan.digest.mailserver.EmailAddress;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept in PostgreSQL. */
@Repository
class JdbcEditorNotes implements EditorNotes {
    private final JdbcClient database;

    JdbcEditorNotes(JdbcClient database) {
        this.database = database;
    }

    @Override
    public boolean add(EditorNote note) {
        return database.sql("insert into editor_note (email, name, language, subject, text, made_at)"
                                + " values (:email, :name, :language, :subject, :text, :at) on conflict do nothing")
                        .param("email", note.email().text())
                        .param("name", note.name())
                        .param("language", note.language().toLanguageTag())
                        .param("subject", note.subject())
                        .param("text", note.text())
                        .param("at", note.madeAt().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    @Override
    public List<EditorNote> unsent() {
        return database.sql("select * from editor_note where sent_at is null and refusal is null order by made_at")
                .query(JdbcEditorNotes::note)
                .list();
    }

    @Override
    public void markSent(EditorNote note, Instant at) {
        database.sql("update editor_note set sent_at = :at where email = :email and name = :name")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("email", note.email().text())
                .param("name", note.name())
                .update();
    }

    @Override
    public void markRefused(EditorNote note, String why) {
        database.sql("update editor_note set refusal = :why where email = :email and name = :name")
                .param("why", why)
                .param("email", note.email().text())
                .param("name", note.name())
                .update();
    }

    private static EditorNote note(ResultSet row, int number) throws SQLException {
        return new EditorNote(
                new EmailAddress(row.getString("email")),
                row.getString("name"),
                Locale.forLanguageTag(row.getString("language")),
                row.getString("subject"),
                row.getString("text"),
                row.getObject("made_at", OffsetDateTime.class).toInstant());
    }
}
