package org.sampan.digest.production;

import org.sampan.digest.fixture.TestDatabase;
import tools.jackson.databind.json.JsonMapper;

class JdbcRunsTest implements RunsContract {
    @Override
    public Runs runs() {
        return new JdbcRuns(TestDatabase.access().client(), JsonMapper.builder().build());
    }
}
