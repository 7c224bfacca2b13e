package org.sampan.digest.listdigest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.ListAddress;

/** Which posts have been gathered for whom. Each method is one transaction. */
public interface ListDigests {
    /**
     * Up to when readers of a mode and zone have had everything gathered. Who is asked for the first time has had everything until
     * {@code now}.
     */
    Instant coveredUntil(ListAddress list, DeliveryMode mode, String zone, Instant now);

    /**
     * Decides on a digest: from then on it is to be sent, and its readers have had its period.
     *
     * @return empty when somebody else decided on that period meanwhile
     */
    Optional<ListDigest> plan(NewListDigest digest, Instant now);

    /** There was nothing to gather in the period. */
    void skip(NewListDigest empty);

    /** In the order in which they were decided on. */
    List<ListDigest> unsent();

    void markSent(ListDigest digest, Instant at);

    /** The mail server does not want it, and will not later. */
    void markRefused(ListDigest digest, String reason);
}
