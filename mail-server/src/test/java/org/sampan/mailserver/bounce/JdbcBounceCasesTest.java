package org.sampan.mailserver.bounce;

import org.junit.jupiter.api.extension.ExtendWith;
import org.sampan.mailserver.storage.Database;
import org.sampan.mailserver.storage.TestDatabase;

@ExtendWith(TestDatabase.class)
class JdbcBounceCasesTest implements BounceCasesContract {
    private final BouncesUnderTest under;

    JdbcBounceCasesTest(Database database) {
        under = new BouncesUnderTest(database);
    }

    @Override
    public BounceCases cases() {
        return under.cases;
    }

    @Override
    public BouncesUnderTest under() {
        return under;
    }
}
