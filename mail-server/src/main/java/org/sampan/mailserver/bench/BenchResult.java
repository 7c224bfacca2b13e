package org.sampan.mailserver.bench;

/**
 * One measured run.
 *
 * @param ratePerSecond recipients, from injection to the last of them
 * @param firstMillis from injection to the first copy taken; not known of a receiver of yours: -1
 * @param cpuMicros of this process for each recipient, without the built-in receiver
 * @param heapMegabytes in use at the end of the run
 */
record BenchResult(double ratePerSecond, double seconds, double firstMillis, double cpuMicros, long heapMegabytes) {}
