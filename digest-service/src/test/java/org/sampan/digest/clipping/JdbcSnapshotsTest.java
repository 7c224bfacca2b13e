package org.sampan.digest.clipping;

import org.sampan.digest.fixture.TestDatabase;

class JdbcSnapshotsTest implements SnapshotsContract {
    private final TestDatabase.Access access = TestDatabase.access();

    @Override
    public Snapshots snapshots() {
        return TestClippings.snapshots(access);
    }

    @Override
    public Clippings clippings() {
        return TestClippings.of(access);
    }

    @Override
    public ClippingFiles files() {
        return new JdbcClippingFiles(access.client());
    }
}
