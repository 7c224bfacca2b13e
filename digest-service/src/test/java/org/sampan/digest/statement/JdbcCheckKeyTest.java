package org.sampan.digest.statement;

import org.sampan.digest.fixture.TestDatabase;

class JdbcCheckKeyTest implements CheckKeyContract {
    @Override
    public CheckKey fresh() {
        return new JdbcCheckKey(TestDatabase.access().client());
    }
}
