package org.sampan.digest.link;

import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.TestDatabase;

class JdbcWatchedLinksTest implements WatchedLinksContract {
    @Override
    public Room room() {
        TestDatabase.Access access = TestDatabase.access();
        return new Room(TestLinks.of(access), TestClippings.of(access), TestClippings.takedowns(access));
    }
}
