package org.sampan.mailserver.spool;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SpoolRoomTest {
    private static final long MEGABYTE = 1024 * 1024;

    private final AtomicLong free = new AtomicLong();

    @Test
    void roomForFourOfTheLargestMessagesIsKept() {
        SpoolRoom room = new SpoolRoom(free::get, 25 * MEGABYTE);
        free.set(100 * MEGABYTE);
        assertThat(room.isFull()).isFalse();
        free.decrementAndGet();
        assertThat(room.isFull()).isTrue();
    }

    @Test
    void smallMessagesDoNotMeanThatTheDiskMayRunFull() {
        SpoolRoom room = new SpoolRoom(free::get, 1024);
        free.set(63 * MEGABYTE);
        assertThat(room.isFull()).isTrue();
        free.set(64 * MEGABYTE);
        assertThat(room.isFull()).isFalse();
    }
}
