package org.sampan.digest.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class LookoutTest {
    @Test
    @Timeout(20)
    void failureOfOneLookIsNoReasonNotToLookAgain() {
        AtomicInteger looks = new AtomicInteger();
        try (Lookout lookout = new Lookout("ferries-wait", () -> {
            if (looks.incrementAndGet() < 3) {
                throw new IllegalStateException("no ferry");
            }
        })) {
            lookout.begin(Duration.ZERO, Duration.ofMillis(1));

            await().until(() -> looks.get() > 3);
        }
    }

    @Test
    @Timeout(20)
    void lookUnderWayEndsBeforeItIsClosedAndNoneFollows() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        AtomicInteger ended = new AtomicInteger();
        CountDownLatch mayEnd = new CountDownLatch(1);
        Lookout lookout = new Lookout("ferries-wait", () -> {
            begun.countDown();
            awaitQuietly(mayEnd);
            ended.incrementAndGet();
        });
        lookout.again(Duration.ZERO);
        begun.await();
        Thread closing = new Thread(lookout::close);
        closing.start();
        mayEnd.countDown();
        closing.join();

        lookout.again(Duration.ZERO);

        assertThat(ended).hasValue(1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
