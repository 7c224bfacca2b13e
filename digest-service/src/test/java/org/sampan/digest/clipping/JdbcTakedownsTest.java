package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.Stories;
import org.sampan.digest.fixture.TestDatabase;

class JdbcTakedownsTest implements TakedownsContract {
    @Override
    public Room room() {
        return room(TestDatabase.access());
    }

    private static Room room(TestDatabase.Access access) {
        return new Room(
                new JdbcTakedowns(access.client(), access.transactions()),
                new JdbcClippings(access.client(), access.transactions()));
    }

    @Test
    void noTableKeepsAWordOfIt() {
        TestDatabase.Access access = TestDatabase.access();
        Room room = room(access);
        ClippingId id = room.ferries();
        room.clippings().take(Stories.offer(Stories.ferryWorkers(), Stories.RIVERSIDE));
        room.takeDown(id);

        for (String table : List.of("clipping", "clipping_words", "clipping_wording", "clipping_band", "takedown")) {
            List<String> rows = access.client()
                    .sql("select row::text from " + table + " row")
                    .query(String.class)
                    .list();
            assertThat(rows)
                    .as(table)
                    .noneMatch(row -> row.toLowerCase(Locale.ROOT).contains("ferr"));
        }
    }
}
