package org.sampan.mailserver.account;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcAccountsTest implements AccountsContract {
    private final Database database;

    JdbcAccountsTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.jdbi().useHandle(handle -> handle.execute("delete from account"));
    }

    @Override
    public Accounts accounts() {
        return new JdbcAccounts(database.jdbi());
    }
}
