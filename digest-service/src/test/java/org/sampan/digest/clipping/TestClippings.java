package org.sampan.digest.clipping;

import org.sampan.digest.fixture.TestDatabase;

/** The real repositories for tests of other packages. */
public final class TestClippings {
    private TestClippings() {}

    public static Clippings of(TestDatabase.Access access) {
        return new JdbcClippings(access.client(), access.transactions());
    }

    public static ClippingFiles files(TestDatabase.Access access) {
        return new JdbcClippingFiles(access.client());
    }

    public static SavedCopies copies(TestDatabase.Access access) {
        return new JdbcSavedCopies(access.client());
    }

    public static Takedowns takedowns(TestDatabase.Access access) {
        return new JdbcTakedowns(access.client(), access.transactions());
    }

    public static Disposals disposals(TestDatabase.Access access) {
        return new JdbcDisposals(access.client(), access.transactions());
    }

    public static Versions versions(TestDatabase.Access access) {
        return new JdbcVersions(access.client());
    }

    public static Snapshots snapshots(TestDatabase.Access access) {
        return new JdbcSnapshots(access.client());
    }
}
