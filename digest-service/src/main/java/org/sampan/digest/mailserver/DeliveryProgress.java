package org.sampan.digest.mailserver;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a post has come to its readers.
 *
 * @param deferred waiting to be tried again
 * @param startedAt empty before the first attempt
 * @param finishedAt empty while anything is open or deferred
 */
public record DeliveryProgress(
        long recipients,
        long sent,
        long deferred,
        long failed,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        double ratePerSecond) {}
