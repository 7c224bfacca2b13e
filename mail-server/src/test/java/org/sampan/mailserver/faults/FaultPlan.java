package org.sampan.mailserver.faults;

import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * How much goes wrong, and when. {@code ./mvnw verify} takes a little of it, {@code ./mvnw verify -Pfaults} all. What happened can be
 * had again with {@code -Dfaults.seed}, as far as machines repeat themselves.
 */
final class FaultPlan {
    private final Random random;
    private final int times;
    private final int recipients;

    /** @param what names the properties {@code faults.<what>} (how often) and {@code faults.recipients} */
    FaultPlan(String what, int times, int recipients) {
        this.times = Integer.getInteger("faults." + what, times);
        this.recipients = Integer.getInteger("faults.recipients", recipients);
        long seed = Long.getLong("faults.seed", System.nanoTime());
        this.random = new Random(seed);
        System.out.println(
                what + ": " + this.times + " times, " + this.recipients + " recipients, -Dfaults.seed=" + seed);
    }

    int times() {
        return times;
    }

    int recipients() {
        return recipients;
    }

    /** How many have to be reached before it happens for the n-th time (from 1): somewhere in the n-th part of the send. */
    int enoughFor(int time) {
        int share = recipients / (times + 1);
        return share * (time - 1) + 1 + random.nextInt(share);
    }

    /** Some milliseconds more, so that it falls anywhere within a transaction. */
    void waitAMoment() {
        LockSupport.parkNanos(random.nextInt(30_000_000));
    }

    boolean nextBoolean() {
        return random.nextBoolean();
    }

    /** Up to so many milliseconds. */
    long nextMillis(int most) {
        return random.nextInt(most);
    }
}
