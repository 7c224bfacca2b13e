package org.sampan.mailserver.storage;

import java.security.SecureRandom;
import org.jdbi.v3.core.Jdbi;

/** Keys that outlive a restart and are the same on every node: made once, kept in the database. Safe for many threads. */
public final class Secrets {
    private static final int BYTES = 32;

    private final Jdbi jdbi;
    private final SecureRandom random = new SecureRandom();

    public Secrets(Database database) {
        this.jdbi = database.jdbi();
    }

    /** The key of that name, {@value #BYTES} bytes; the first caller of all nodes makes it. */
    public byte[] named(String name) {
        return jdbi.inTransaction(handle -> {
            handle.createUpdate("insert into secret (name, value) values (:name, :value) on conflict do nothing")
                    .bind("name", name)
                    .bind("value", fresh())
                    .execute();
            return handle.createQuery("select value from secret where name = :name")
                    .bind("name", name)
                    .mapTo(byte[].class)
                    .one();
        });
    }

    private byte[] fresh() {
        byte[] key = new byte[BYTES];
        random.nextBytes(key);
        return key;
    }
}
