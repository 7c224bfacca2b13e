package org.sampan.digest.clipping;

import java.time.Instant;

/**
 * That a clipping was taken down for good.
 *
 * @param reason in the words of who did it; not empty, and kept
 * @param by who did it
 */
public record Takedown(ClippingId id, String reason, String by, Instant at) {}
