package org.sampan.digest.statement;

import java.time.Instant;

/** A second person's no, and why. */
public record Rejection(String by, Instant at, String reason) {}
