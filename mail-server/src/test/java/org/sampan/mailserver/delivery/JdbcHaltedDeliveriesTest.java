package org.sampan.mailserver.delivery;

import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcHaltedDeliveriesTest implements HaltedDeliveriesContract {
    private final LedgerUnderTest ledger;
    private final HaltedDeliveries halted;

    JdbcHaltedDeliveriesTest(Database database) {
        ledger = new LedgerUnderTest(database);
        halted = new JdbcHaltedDeliveries(database);
    }

    @Override
    public LedgerUnderTest ledger() {
        return ledger;
    }

    @Override
    public HaltedDeliveries halted() {
        return halted;
    }
}
