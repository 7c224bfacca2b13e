package org.sampan.digest.production;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.quartz.SchedulerConfigException;
import org.quartz.spi.ClassLoadHelper;
import org.quartz.spi.SchedulerSignaler;
import org.quartz.utils.ConnectionProvider;
import org.quartz.utils.DBConnectionManager;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.scheduling.quartz.LocalDataSourceJobStore;
import org.springframework.scheduling.quartz.SchedulerFactoryBean;

/**
 * Quartz's tables in the database of the service that made the scheduler. Quartz finds connections by a name, for the
 * whole process, and Spring makes that name of the scheduler's: of two services in one process the first would go on
 * with the second one's database, and with a closed pool once the second had stopped. Nodes of a cluster share the
 * scheduler's name, so the connections get one of their own.
 */
public class OwnDatabaseJobStore extends LocalDataSourceJobStore {
    @Override
    public void initialize(ClassLoadHelper loader, SchedulerSignaler signaler) throws SchedulerConfigException {
        super.initialize(loader, signaler);
        DataSource database = Objects.requireNonNull(SchedulerFactoryBean.getConfigTimeDataSource());
        String name = "sampan." + UUID.randomUUID();
        connect(name + ".shared", () -> DataSourceUtils.doGetConnection(database));
        connect(name + ".own", database::getConnection);
        setDataSource(name + ".shared");
        setNonManagedTXDataSource(name + ".own");
    }

    private static void connect(String name, Connections connections) {
        DBConnectionManager.getInstance().addConnectionProvider(name, new ConnectionProvider() {
            @Override
            public Connection getConnection() throws SQLException {
                return connections.get();
            }

            /** The pool is Spring's to close. */
            @Override
            public void shutdown() {}

            @Override
            public void initialize() {}
        });
    }

    private interface Connections {
        Connection get() throws SQLException;
    }
}
