package org.sampan.digest.edit;

import java.time.Instant;
import java.util.Optional;
import org.sampan.digest.statement.Approval;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.Rejection;
import org.sampan.digest.statement.State;
import org.sampan.digest.statement.StatementVersion;
import tools.jackson.databind.json.JsonMapper;

/**
 * What was decided about a version, as the journal keeps it: from which state it came into which, and what had been decided
 * before.
 *
 * @param fingerprint of what it said
 */
record Decision(
        int version,
        String fingerprint,
        State before,
        Optional<Approval> approval,
        Optional<Rejection> rejection,
        State after) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static String between(StatementVersion before, StatementVersion after) {
        return JSON.writeValueAsString(new Decision(
                before.id().number(),
                before.content().fingerprint(),
                before.state(),
                before.approval(),
                before.rejection(),
                after.state()));
    }

    static Decision fromJson(String json) {
        return JSON.readValue(json, Decision.class);
    }

    /** The version as it was; empty when something was written or decided since, or its embargo has ended meanwhile. */
    Optional<StatementVersion> takenBack(StatementVersion now, Instant at) {
        boolean still = now.id().number() == version
                && now.state() == after
                && now.content().fingerprint().equals(fingerprint);
        boolean late = before == State.EMBARGOED
                && now.content()
                        .embargo()
                        .map(Embargo::until)
                        .filter(at::isBefore)
                        .isEmpty();
        return Optional.of(now).filter(it -> still && !late).map(it -> it.decided(before, approval, rejection));
    }
}
