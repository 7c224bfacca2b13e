package org.sampan.digest.production;

import java.time.Instant;

/**
 * A line of a run's log.
 *
 * @param what a word, of which the pages' text is {@code run.line.<what>}
 * @param detail in words or figures of no language, may be empty
 */
public record RunLine(Instant at, String what, String detail) {}
