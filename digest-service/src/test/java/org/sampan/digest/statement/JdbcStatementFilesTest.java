package org.sampan.digest.statement;

import org.sampan.digest.fixture.TestDatabase;

class JdbcStatementFilesTest implements StatementFilesContract {
    @Override
    public StatementFiles files() {
        return new JdbcStatementFiles(TestDatabase.access().client());
    }
}
