package org.sampan.digest.edition;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

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
                .param(rendering.html())
                .param(rendering.text())
                .param(rendering.preface())
                .update();
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
                        row.getString("html"),
                        row.getString("text"),
                        row.getString("preface")))
                .list();
    }
}
