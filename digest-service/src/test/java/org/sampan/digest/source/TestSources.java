package org.sampan.digest.source;

import org.sampan.digest.fixture.TestDatabase;

/** The real repository for tests of other packages. */
public final class TestSources {
    private TestSources() {}

    public static Sources of(TestDatabase.Access access) {
        return new JdbcSources(access.client(), access.transactions());
    }

    public static Bookmarks bookmarks(TestDatabase.Access access) {
        return new JdbcBookmarks(access.client());
    }
}
