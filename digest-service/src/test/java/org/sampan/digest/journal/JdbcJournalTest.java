package org.sampan.digest.journal;

import org.junit.jupiter.api.BeforeEach;
import org.sampan.digest.fixture.TestDatabase;

class JdbcJournalTest implements JournalContract {
    private TestDatabase.Access access = TestDatabase.access();

    @BeforeEach
    void empty() {
        access = TestDatabase.access();
    }

    @Override
    public Journal journal() {
        return new JdbcJournal(access.client());
    }
}
