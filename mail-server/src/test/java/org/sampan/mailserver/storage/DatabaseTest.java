package org.sampan.mailserver.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabase.class)
class DatabaseTest {
    private final CyclicBarrier bothHaveOne = new CyclicBarrier(2);

    @Test
    void twoThatWaitForEachOtherBothComeToTheirEnd(Database database) throws Exception {
        database.jdbi().useHandle(handle -> {
            handle.execute("create table knot (id int primary key, pulls int not null)");
            handle.execute("insert into knot values (1, 0), (2, 0)");
        });
        CompletableFuture<Boolean> one = pull(database, 1, 2);
        CompletableFuture<Boolean> other = pull(database, 2, 1);
        one.get(30, TimeUnit.SECONDS);
        other.get(30, TimeUnit.SECONDS);
        assertThat(database.<Integer>inTransaction(handle -> handle.createQuery("select sum(pulls) from knot")
                        .mapTo(Integer.class)
                        .one()))
                .isEqualTo(4);
        database.jdbi().useHandle(handle -> handle.execute("drop table knot"));
    }

    private CompletableFuture<Boolean> pull(Database database, int first, int second) {
        boolean[] met = {false};
        return CompletableFuture.supplyAsync(() -> database.inTransaction(handle -> {
            pull(handle, first);
            if (!met[0]) {
                met[0] = true;
                meet();
            }
            pull(handle, second);
            return true;
        }));
    }

    private static void pull(Handle handle, int id) {
        handle.execute("update knot set pulls = pulls + 1 where id = ?", id);
    }

    private void meet() {
        try {
            bothHaveOne.await(20, TimeUnit.SECONDS);
        } catch (Exception broken) {
            throw new IllegalStateException(broken);
        }
    }
}
