package org.sampan.digest.production;

import java.time.Instant;
import java.util.Optional;
import org.sampan.digest.edition.EditionId;

/**
 * A run and how far it has come.
 *
 * @param step the stage it is at, named like the package; {@code waiting} before the first
 * @param done of {@code total}, whatever the step counts
 * @param message for people; why it failed, waits or was skipped
 * @param result JSON, as the contract has it for this job
 * @param edition the one it makes, as soon as that is known
 * @param againAt it is tried again then: what it needs is away for now
 */
public record Run(
        RunId id,
        RunRequest request,
        RunState state,
        String step,
        int done,
        int total,
        String message,
        Optional<String> result,
        Optional<EditionId> edition,
        Instant startedAt,
        Optional<Instant> againAt,
        Optional<Instant> endedAt) {}
