package org.sampan.digest.edition;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.sampan.digest.clipping.ClippingId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the desk writes for an edition: rows of {@code edition_translation} and {@code edition_words}. */
final class JdbcEditionWords {
    private final JdbcClient database;

    JdbcEditionWords(JdbcClient database) {
        this.database = database;
    }

    List<Translation> translations(EditionId id) {
        return database.sql("select * from edition_translation where series = ? and number = ? order by language")
                .param(id.series())
                .param(id.number())
                .query((row, number) -> new Translation(
                        Locale.forLanguageTag(row.getString("language")),
                        row.getString("title"),
                        row.getString("introduction"),
                        row.getString("original")))
                .list();
    }

    Map<ClippingId, OwnWords> own(EditionId id) {
        return database
                .sql("select * from edition_words where series = ? and number = ?")
                .param(id.series())
                .param(id.number())
                .query((row, number) -> Map.entry(
                        new ClippingId(row.getLong("clipping_id")),
                        new OwnWords(row.getString("title"), row.getString("text"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void replace(Edition edition) {
        delete("edition_translation", edition.id());
        delete("edition_words", edition.id());
        insert(edition);
    }

    void insert(Edition edition) {
        edition.translations().forEach(one -> insert(edition.id(), one));
        edition.ownWords().forEach((clipping, words) -> insert(edition.id(), clipping, words));
    }

    private void insert(EditionId id, Translation translation) {
        database.sql("""
                        insert into edition_translation (series, number, language, title, introduction, original)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(id.series())
                .param(id.number())
                .param(translation.language().toLanguageTag())
                .param(translation.title())
                .param(translation.introduction())
                .param(translation.original())
                .update();
    }

    private void insert(EditionId id, ClippingId clipping, OwnWords words) {
        database.sql("""
                        insert into edition_words (series, number, clipping_id, title, text)
                        values (?, ?, ?, ?, ?)""")
                .param(id.series())
                .param(id.number())
                .param(clipping.value())
                .param(words.title())
                .param(words.text())
                .update();
    }

    private void delete(String table, EditionId id) {
        database.sql("delete from " + table + " where series = ? and number = ?")
                .param(id.series())
                .param(id.number())
                .update();
    }
}
