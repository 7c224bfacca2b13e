package org.sampan.digest.edition;

import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.TestDatabase;

class JdbcEditionsTest implements EditionsContract {
    @Override
    public Room room() {
        TestDatabase.Access access = TestDatabase.access();
        Clippings clippings = TestClippings.of(access);
        return new Room(
                new JdbcEditions(access.client(), access.transactions(), clippings),
                clippings,
                TestClippings.takedowns(access));
    }
}
