package org.sampan.digest.clipping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.digest.fixture.Stories.HARBOUR;
import static org.sampan.digest.fixture.Stories.RIVERSIDE;
import static org.sampan.digest.fixture.Stories.ferryWorkers;
import static org.sampan.digest.fixture.Stories.offer;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.sampan.digest.fixture.TestDatabase;

class JdbcClippingsTest implements ClippingsContract {
    @Override
    public Clippings clippings() {
        TestDatabase.Access access = TestDatabase.access();
        return new JdbcClippings(access.client(), access.transactions());
    }

    @Test
    void twoSourcesAtTheSameMomentMakeOneClipping() throws Exception {
        Clippings clippings = clippings();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<Reception> one = threads.submit(() -> clippings.take(offer(ferryWorkers(), HARBOUR)));
            Future<Reception> other = threads.submit(() -> clippings.take(offer(ferryWorkers(), RIVERSIDE)));

            assertThat(List.of(one.get(), other.get())).containsExactlyInAnyOrder(Reception.NEW, Reception.MERGED);
            assertThat(clippings.page(Optional.empty(), 10)).hasSize(1);
        } finally {
            threads.shutdown();
        }
    }
}
