package org.sampan.digest.clipping;

import org.sampan.digest.fixture.TestDatabase;

class JdbcDisposalsTest implements DisposalsContract {
    @Override
    public Room room() {
        TestDatabase.Access access = TestDatabase.access();
        return new Room(
                new JdbcDisposals(access.client(), access.transactions()),
                TestClippings.of(access),
                TestClippings.copies(access));
    }
}
