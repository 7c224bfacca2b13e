package org.sampan.mailserver.delivery;

import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcDeliveriesTest implements DeliveriesContract {
    private final LedgerUnderTest ledger;

    JdbcDeliveriesTest(Database database) {
        ledger = new LedgerUnderTest(database);
    }

    @Override
    public LedgerUnderTest ledger() {
        return ledger;
    }
}
