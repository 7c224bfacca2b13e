package org.sampan.digest.listdigest;

import org.sampan.digest.fixture.TestDatabase;

class JdbcListDigestsTest implements ListDigestsContract {
    @Override
    public ListDigests digests() {
        TestDatabase.Access access = TestDatabase.access();
        return new JdbcListDigests(access.client(), access.transactions());
    }
}
