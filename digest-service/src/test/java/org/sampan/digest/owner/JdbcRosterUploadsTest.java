package org.sampan.digest.owner;

import org.sampan.digest.fixture.TestDatabase;

class JdbcRosterUploadsTest implements RosterUploadsContract {
    private final TestDatabase.Access access = TestDatabase.access();

    @Override
    public RosterUploads uploads() {
        return new JdbcRosterUploads(access.client(), access.transactions());
    }
}
