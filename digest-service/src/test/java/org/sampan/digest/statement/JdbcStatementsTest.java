package org.sampan.digest.statement;

import org.sampan.digest.fixture.TestDatabase;

class JdbcStatementsTest implements StatementsContract {
    @Override
    public Statements statements() {
        TestDatabase.Access access = TestDatabase.access();
        return new JdbcStatements(access.client(), access.transactions());
    }
}
