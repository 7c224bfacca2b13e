package org.sampan.mailserver.bounce;

import java.time.Instant;
import org.sampan.mailserver.report.Failure;

/**
 * One copy that came back.
 *
 * @param person number of the reader
 * @param list number of the list whose copy it was
 * @param delivery number in the ledger
 * @param provider whose server refused: an organisation's domain
 */
record Bounce(long person, long list, long delivery, Failure failure, String provider, Instant at) {}
