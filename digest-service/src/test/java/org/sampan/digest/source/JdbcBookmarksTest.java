package org.sampan.digest.source;

import org.sampan.digest.fixture.TestDatabase;

class JdbcBookmarksTest implements BookmarksContract {
    @Override
    public Bookmarks bookmarks() {
        return TestSources.bookmarks(TestDatabase.access());
    }
}
