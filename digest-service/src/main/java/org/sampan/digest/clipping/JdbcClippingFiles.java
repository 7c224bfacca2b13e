package org.sampan.digest.clipping;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files in PostgreSQL. */
@Repository
class JdbcClippingFiles implements ClippingFiles {
    private final JdbcClient database;

    JdbcClippingFiles(JdbcClient database) {
        this.database = database;
    }

    @Override
    public void keep(ClippingId id, List<ClippingFile> files) {
        files.forEach(file -> database.sql("""
                        insert into clipping_file (clipping_id, name, content_type, bytes)
                        select :id, :name, :type, :bytes
                        where not exists (select from clipping_file
                                          where clipping_id = :id and name = :name and bytes = :bytes)""")
                .param("id", id.value())
                .param("name", file.name())
                .param("type", file.contentType())
                .param("bytes", file.bytes())
                .update());
    }

    @Override
    public List<KeptFile> of(ClippingId id) {
        return database.sql("""
                        select name, content_type, octet_length(bytes) as bytes
                        from clipping_file where clipping_id = ? order by number""").param(id.value()).query(KeptFile.class).list();
    }

    @Override
    public Optional<ClippingFile> find(ClippingId id, int number) {
        return database.sql("""
                        select name, content_type, bytes from clipping_file
                        where clipping_id = ? order by number limit 1 offset ?""")
                .param(id.value())
                .param(Math.max(1, number) - 1)
                .query((row, index) ->
                        new ClippingFile(row.getString("name"), row.getString("content_type"), row.getBytes("bytes")))
                .optional();
    }
}
