package org.sampan.mailserver.storage;

import javax.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.admin.HealthPart;

/** PostgreSQL answers. */
final class DatabaseHealth implements HealthPart {
    private final Jdbi jdbi;

    @Inject
    DatabaseHealth(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public String name() {
        return "database";
    }

    @Override
    public void check() {
        jdbi.useHandle(handle -> handle.execute("select 1"));
    }
}
