package org.sampan.digest.statement;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept in PostgreSQL. */
@Repository
class JdbcStatementFiles implements StatementFiles {
    private final JdbcClient database;

    JdbcStatementFiles(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String keep(byte[] bytes) {
        String sha256 = Digest.of(bytes);
        database.sql("insert into statement_file (sha256, bytes) values (:sha256, :bytes) on conflict do nothing")
                .param("sha256", sha256)
                .param("bytes", bytes)
                .update();
        return sha256;
    }

    @Override
    public Optional<byte[]> find(String sha256) {
        return database.sql("select bytes from statement_file where sha256 = :sha256")
                .param("sha256", sha256)
                .query((row, number) -> row.getBytes(1))
                .optional();
    }
}
