package org.sampan.digest.clipping;

import org.sampan.digest.fixture.TestDatabase;

class JdbcSavedCopiesTest implements SavedCopiesContract {
    @Override
    public Room room() {
        TestDatabase.Access access = TestDatabase.access();
        return new Room(TestClippings.copies(access), TestClippings.of(access));
    }
}
