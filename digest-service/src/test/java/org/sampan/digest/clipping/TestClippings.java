package org.sampan.digest.clipping;

import org.sampan.digest.fixture.TestDatabase;

/** The real repository for tests of other packages. */
public final class TestClippings {
    private TestClippings() {}

    public static Clippings of(TestDatabase.Access access) {
        return new JdbcClippings(access.client(), access.transactions());
    }
}
