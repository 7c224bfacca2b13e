package org.sampan.digest.edition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.support.SqlBinaryValue;

/** Rows of {@code edition_rendering}. */
final class JdbcRenderings {
    private final JdbcClient database;

    JdbcRenderings(JdbcClient database) {
        this.database = database;
    }

    /** One after the other: large ones are never in memory together. */
    void replace(EditionId id, Iterable<Rendering> renderings, String of) {
        database.sql("delete from edition_rendering where series = ? and number = ?")
                .param(id.series())
                .param(id.number())
                .update();
        int position = 0;
        for (Rendering rendering : renderings) {
            insert(id, rendering, position++);
        }
        database.sql("update edition set state = 'rendered', rendered_of = ? where series = ? and number = ?")
                .param(of)
                .param(id.series())
                .param(id.number())
                .update();
    }

    private void insert(EditionId id, Rendering rendering, int position) {
        database.sql("""
                        insert into edition_rendering (series, number, language, position, subject, html, text, preface)
                        values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .param(id.series())
                .param(id.number())
                .param(rendering.language().toLanguageTag())
                .param(position)
                .param(rendering.subject())
                .param(bytes(rendering.html()))
                .param(bytes(rendering.text()))
                .param(rendering.preface())
                .update();
    }

    /** Goes to the database as it is, without a copy. */
    private static SqlBinaryValue bytes(LongText text) {
        return new SqlBinaryValue(text.utf8(), text.bytes());
    }

    Optional<String> of(EditionId id) {
        return database.sql("select rendered_of from edition where series = ? and number = ? and state <> 'compiled'")
                .param(id.series())
                .param(id.number())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .optional()
                .flatMap(it -> it);
    }

    List<Rendering> all(EditionId id) {
        return database.sql("select * from edition_rendering where series = ? and number = ? order by position")
                .param(id.series())
                .param(id.number())
                .query((row, number) -> new Rendering(
                        Locale.forLanguageTag(row.getString("language")),
                        row.getString("subject"),
                        LongText.ofUtf8(row.getBytes("html")),
                        LongText.ofUtf8(row.getBytes("text")),
                        row.getString("preface")))
                .list();
    }
}
