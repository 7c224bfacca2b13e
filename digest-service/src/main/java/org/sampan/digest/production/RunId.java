package org.sampan.digest.production;

/** Names one run: what was asked of the conductor once. */
public record RunId(long value) {}
