package org.sampan.mailserver.bounce;

import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcBouncesTest implements BouncesContract {
    private final BouncesUnderTest under;

    JdbcBouncesTest(Database database) {
        under = new BouncesUnderTest(database);
    }

    @Override
    public Bounces bounces() {
        return under.bounces;
    }

    @Override
    public BouncesUnderTest under() {
        return under;
    }
}
