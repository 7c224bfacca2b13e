package org.sampan.digest.clipping;

import org.sampan.digest.fixture.TestDatabase;

class JdbcImportsTest implements ImportsContract {
    private final TestDatabase.Access access = TestDatabase.access();

    @Override
    public Imports imports() {
        return new JdbcImports(access.client(), access.transactions());
    }

    @Override
    public Clippings clippings() {
        return TestClippings.of(access);
    }
}
