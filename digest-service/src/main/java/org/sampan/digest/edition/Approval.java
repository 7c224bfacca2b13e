package org.sampan.digest.edition;

import java.time.Instant;

/**
 * A second person's word that an edition may go.
 *
 * @param of names exactly what was approved
 * @param by an editor's address
 */
public record Approval(String of, String by, Instant at) {}
