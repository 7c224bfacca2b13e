package org.sampan.digest.edition;

import org.sampan.digest.clipping.TestClippings;
import org.sampan.digest.fixture.TestDatabase;

/** The real repository for tests of other packages. */
public final class TestEditions {
    private TestEditions() {}

    public static Approvals approvals(TestDatabase.Access access) {
        return new JdbcApprovals(access.client());
    }

    public static Editions of(TestDatabase.Access access) {
        return new JdbcEditions(access.client(), access.transactions(), TestClippings.of(access));
    }
}
