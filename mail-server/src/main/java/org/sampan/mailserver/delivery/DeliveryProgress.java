package org.sampan.mailserver.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far a delivery is. {@code sent + deferred + failed + left} grows to {@code recipients}.
 *
 * @param deferred waiting to be tried again
 * @param left left the list before their copy went
 * @param startedAt null before the first attempt
 * @param finishedAt null while anything is open or deferred
 */
public record DeliveryProgress(
        long recipients,
        long sent,
        long deferred,
        long failed,
        long left,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt) {}
