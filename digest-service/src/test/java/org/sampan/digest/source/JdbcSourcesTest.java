package org.sampan.digest.source;

import org.sampan.digest.fixture.TestDatabase;

class JdbcSourcesTest implements SourcesContract {
    @Override
    public Sources sources() {
        TestDatabase.Access access = TestDatabase.access();
        return new JdbcSources(access.client(), access.transactions());
    }
}
