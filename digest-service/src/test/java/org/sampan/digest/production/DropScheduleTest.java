package org.sampan.digest.production;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.collect.TestDrop;
import org.sampan.digest.fixture.TestDatabase;

class DropScheduleTest {
    @TempDir
    private Path folder;

    @Test
    void oneProgramLooksIntoTheFolderWhileNoOtherDoes() throws Exception {
        TestDatabase.Access access = TestDatabase.access();
        RunLock lock =
                new JdbcRunLock(Objects.requireNonNull(access.transactions().getDataSource()));
        DropSchedule here = new DropSchedule(TestDrop.of(access, folder), lock);
        DropSchedule there = new DropSchedule(TestDrop.of(access, folder), lock);
        Files.writeString(folder.resolve("list.csv"), "title\nA strike at the ferry\n");
        here.look();
        there.look();

        try (RunLock.Held other = lock.acquire("drop")) {
            assertThat(here.look()).isZero();
            assertThat(folder.resolve("list.csv")).exists();
        }

        assertThat(there.look() + here.look()).isEqualTo(1);
        assertThat(folder.resolve("done/list.csv")).exists();
    }
}
