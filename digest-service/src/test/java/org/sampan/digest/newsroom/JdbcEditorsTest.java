package org.sampan.digest.newsroom;

import org.junit.jupiter.api.BeforeEach;
import org.sampan.digest.fixture.TestDatabase;

class JdbcEditorsTest implements EditorsContract {
    private TestDatabase.Access access = TestDatabase.access();

    @BeforeEach
    void empty() {
        access = TestDatabase.access();
    }

    @Override
    public Editors editors() {
        return new JdbcEditors(access.client());
    }
}
