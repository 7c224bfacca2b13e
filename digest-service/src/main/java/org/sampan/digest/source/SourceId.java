package org.sampan.digest.source;

/** Names one source. */
public record SourceId(long value) {}
