package org.sampan.digest.statement;

import java.security.SecureRandom;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Kept in PostgreSQL; made by whoever asks first. */
@Repository
class JdbcCheckKey implements CheckKey {
    private static final int LENGTH = 32;

    private final JdbcClient database;

    JdbcCheckKey(JdbcClient database) {
        this.database = database;
    }

    @Override
    public byte[] bytes() {
        return kept().orElseGet(() -> {
            database.sql("insert into statement_check_key (key) values (:key) on conflict do nothing")
                    .param("key", fresh())
                    .update();
            return kept().orElseThrow();
        });
    }

    private Optional<byte[]> kept() {
        return database.sql("select key from statement_check_key")
                .query(byte[].class)
                .optional();
    }

    private static byte[] fresh() {
        byte[] key = new byte[LENGTH];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
