package org.sampan.mailserver.storage;

import com.google.inject.AbstractModule;
import com.google.inject.multibindings.Multibinder;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.sampan.mailserver.admin.HealthPart;

/** The open database, for every package. */
public final class StorageModule extends AbstractModule {
    private final Database database;

    public StorageModule(Database database) {
        this.database = database;
    }

    @Override
    protected void configure() {
        bind(Database.class).toInstance(database);
        bind(Jdbi.class).toInstance(database.jdbi());
        bind(DataSource.class).toInstance(database.dataSource());
        bind(Secrets.class).toInstance(new Secrets(database));
        Multibinder.newSetBinder(binder(), HealthPart.class).addBinding().to(DatabaseHealth.class);
    }
}
