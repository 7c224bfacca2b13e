package org.sampan.digest.statement;

import java.time.Instant;

/** A second person's yes to exactly what {@link Content#fingerprint} names. */
public record Approval(String by, Instant at, String fingerprint) {}
