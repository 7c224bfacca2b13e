package org.sampan.mailserver.bench;

/**
 * One measured run.
 *
 * @param ratePerSecond recipients, from injection to the last of them
 * @param firstMillis from injection to the first copy taken; not known of a receiver of yours: -1
 * @param cpuMicros of this process for each recipient, without the built-in receiver
 * @param heapMegabytes in use at the end of the run
 * @param residentMegabytes that the operating system counts for this process at the end of the run; 0 where it does not tell
 * @param rows the run added to the ledger
 */
record BenchResult(
        double ratePerSecond,
        double seconds,
        double firstMillis,
        double cpuMicros,
        long heapMegabytes,
        long residentMegabytes,
        long rows) {}
