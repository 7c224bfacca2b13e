package org.sampan.digest.statement;

import org.sampan.digest.fixture.TestDatabase;

class JdbcStatementTracesTest implements StatementTracesContract {
    private TestDatabase.Access access = TestDatabase.access();

    @Override
    public Statements statements() {
        access = TestDatabase.access();
        return new JdbcStatements(access.client(), access.transactions());
    }

    @Override
    public StatementTraces traces() {
        return new JdbcStatementTraces(access.client(), access.transactions());
    }
}
