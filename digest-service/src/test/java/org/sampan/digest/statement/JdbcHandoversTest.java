package org.sampan.digest.statement;

import org.sampan.digest.fixture.TestDatabase;

class JdbcHandoversTest implements HandoversContract {
    private TestDatabase.Access access = TestDatabase.access();

    @Override
    public Statements statements() {
        access = TestDatabase.access();
        return new JdbcStatements(access.client(), access.transactions());
    }

    @Override
    public Handovers handovers() {
        return new JdbcHandovers(access.client());
    }
}
