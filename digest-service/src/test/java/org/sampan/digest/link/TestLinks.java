package org.sampan.digest.link;

import org.sampan.digest.fixture.TestDatabase;

/** The real repository for tests of other packages. */
public final class TestLinks {
    private TestLinks() {}

    public static WatchedLinks of(TestDatabase.Access access) {
        return new JdbcWatchedLinks(access.client(), access.transactions());
    }
}
