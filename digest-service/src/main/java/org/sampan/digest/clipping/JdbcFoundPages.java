package org.sampan.digest.clipping;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** In PostgreSQL, so that another node may keep what one has shown. */
@Repository
class JdbcFoundPages implements FoundPages {
    private final JdbcClient database;

    JdbcFoundPages(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void hold(SavedCopy page, String person, Instant expired) {
        database.sql("delete from found_page where fetched_at < ?")
                .param(Timestamp.from(expired))
                .update();
        database.sql("""
                        insert into found_page (person, url, sha256, fetched_at, content_type, bytes)
                        values (:person, :url, :sha256, :at, :type, :bytes)
                        on conflict (person) do update
                        set url = :url, sha256 = :sha256, fetched_at = :at, content_type = :type, bytes = :bytes""")
                .param("person", person)
                .param("url", page.url().toString())
                .param("sha256", page.sha256())
                .param("at", Timestamp.from(page.fetchedAt()))
                .param("type", page.contentType())
                .param("bytes", page.bytes())
                .update();
    }

    @Override
    public Optional<SavedCopy> held(String person, String sha256) {
        return database.sql("select * from found_page where person = ? and sha256 = ?")
                .param(person)
                .param(sha256)
                .query((row, number) -> JdbcSavedCopies.copy(row))
                .optional();
    }

    @Override
    public void forget(String person) {
        database.sql("delete from found_page where person = ?").param(person).update();
    }
}
