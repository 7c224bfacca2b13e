package org.sampan.digest.clipping;

import org.sampan.digest.fixture.TestDatabase;

class JdbcVersionsTest implements VersionsContract {
    private final TestDatabase.Access access = TestDatabase.access();

    @Override
    public Versions versions() {
        return TestClippings.versions(access);
    }

    @Override
    public Clippings clippings() {
        return TestClippings.of(access);
    }
}
