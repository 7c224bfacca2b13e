package org.sampan.digest.source;

import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.TestDatabase;

class JdbcSourcesTest implements SourcesContract {
    private final TestDatabase.Access access = TestDatabase.access();

    @Override
    public Sources sources() {
        return TestSources.of(access);
    }

    @Override
    public Clippings clippings() {
        return TestClippings.of(access);
    }
}
