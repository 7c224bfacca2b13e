package org.sampan.digest.edition;

import org.sampan.digest.clipping.Clippings;
import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.TestDatabase;

class JdbcApprovalsTest implements ApprovalsContract {
    @Override
    public Room room() {
        TestDatabase.Access access = TestDatabase.access();
        Clippings clippings = TestClippings.of(access);
        return new Room(
                new JdbcApprovals(access.client()),
                new EditionsContract.Room(TestEditions.of(access), clippings, TestClippings.takedowns(access)));
    }
}
