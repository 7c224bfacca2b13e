package org.sampan.digest.journal;

import org.sampan.digest.fixture.TestDatabase;

/** The real repository for tests of other packages. */
public final class TestJournal {
    private TestJournal() {}

    public static Journal of(TestDatabase.Access access) {
        return new JdbcJournal(access.client());
    }
}
