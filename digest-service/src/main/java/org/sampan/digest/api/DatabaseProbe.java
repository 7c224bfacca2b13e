package org.sampan.digest.api;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;

/** Asks whether the database answers. */
@Component
final class DatabaseProbe {
    private static final int SECONDS = 2;

    private final DataSource database;

    DatabaseProbe(DataSource database) {
        this.database = database;
    }

    boolean isUp() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid(SECONDS);
        } catch (SQLException down) {
            return false;
        }
    }
}
