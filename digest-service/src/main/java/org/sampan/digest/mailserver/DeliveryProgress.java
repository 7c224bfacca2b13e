package org.sampan.digest.mailserver;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a post has come to its readers.
 *
 * @param state {@code waiting}, {@code sending}, {@code retrying}, {@code paused}, {@code cancelled} or {@code finished}
 * @param deferred waiting to be tried again
 * @param cancelled will not be sent any more
 * @param open not offered to any server yet
 * @param nextDueAt when the next of those go that wait for an hour of their readers' day
 * @param startedAt empty before the first attempt
 * @param finishedAt empty while anything is open or deferred
 */
public record DeliveryProgress(
        String state,
        long recipients,
        long sent,
        long deferred,
        long failed,
        long cancelled,
        long open,
        Optional<Instant> nextDueAt,
        Optional<Instant> startedAt,
        Optional<Instant> finishedAt,
        double ratePerSecond) {}
