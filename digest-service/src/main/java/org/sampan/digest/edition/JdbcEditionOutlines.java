package org.sampan.digest.edition;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.sampan.digest.clipping.ClippingId;
import org.sampan.digest.clipping.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of {@code edition} and {@code edition_item} as outlines. */
final class JdbcEditionOutlines {
    private final JdbcClient database;
    private final JdbcEditionWords words;

    JdbcEditionOutlines(JdbcClient database) {
        this.database = database;
        this.words = new JdbcEditionWords(database);
    }

    Optional<EditionOutline> find(EditionId id) {
        return database.sql("select * from edition where series = ? and number = ?")
                .param(id.series())
                .param(id.number())
                .query((row, number) -> outline(id, row))
                .optional();
    }

    private EditionOutline outline(EditionId id, ResultSet row) throws SQLException {
        return new EditionOutline(
                id,
                row.getString("title"),
                new Period(
                        row.getTimestamp("since").toInstant(),
                        row.getTimestamp("until").toInstant()),
                Optional.ofNullable(row.getString("introduction")),
                parts(id),
                words.translations(id),
                words.own(id),
                EditionState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                new Edition.LastChange(
                        row.getString("changed_by"),
                        row.getTimestamp("changed_at").toInstant()),
                row.getTimestamp("dated_at").toInstant());
    }

    private List<EditionOutline.Part> parts(EditionId id) {
        Map<Kind, List<ClippingId>> byKind = new LinkedHashMap<>();
        database.sql("""
                        select i.kind, i.clipping_id from edition_item i join clipping c on c.id = i.clipping_id
                        where i.series = ? and i.number = ? and c.state <> 'taken-down' order by i.position""").param(id.series()).param(id.number()).query(row -> {
            byKind.computeIfAbsent(Kind.of(row.getString(1)).orElseThrow(), kind -> new ArrayList<>())
                    .add(new ClippingId(row.getLong(2)));
        });
        return byKind.entrySet().stream()
                .map(part -> new EditionOutline.Part(part.getKey(), part.getValue()))
                .toList();
    }
}
