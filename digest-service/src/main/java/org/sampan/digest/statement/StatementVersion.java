package org.sampan.digest.statement;

import java.time.Instant;
import java.util.Optional;

/**
 * A version of a statement as it is now; what is done to it makes another value, which {@link Statements#change} keeps.
 *
 * @param revision goes up with every change that is kept
 * @param changedBy who wrote last
 * @param approval of what it says now
 * @param begunAt when it went to the first list; its mail has this date
 */
public record StatementVersion(
        VersionId id,
        int revision,
        State state,
        Content content,
        String changedBy,
        Instant changedAt,
        Optional<Approval> approval,
        Optional<Rejection> rejection,
        Optional<Instant> begunAt,
        Optional<Instant> finishedAt) {

    public static StatementVersion draft(VersionId id, Content content, String by, Instant at) {
        return new StatementVersion(
                id,
                0,
                State.DRAFT,
                content,
                by,
                at,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** Whatever was decided about what it said before counts no more. */
    public StatementVersion saying(Content newContent, String by, Instant at) {
        return new StatementVersion(
                id, revision, State.DRAFT, newContent, by, at, Optional.empty(), rejection, begunAt, finishedAt);
    }

    /** With everything else as it is. */
    public StatementVersion in(State newState) {
        return new StatementVersion(
                id, revision, newState, content, changedBy, changedAt, approval, rejection, begunAt, finishedAt);
    }

    /** As it had been decided before. */
    public StatementVersion decided(State newState, Optional<Approval> yes, Optional<Rejection> no) {
        return new StatementVersion(
                id, revision, newState, content, changedBy, changedAt, yes, no, begunAt, finishedAt);
    }

    public StatementVersion approved(String by, Instant at) {
        return new StatementVersion(
                id,
                revision,
                State.APPROVED,
                content,
                changedBy,
                changedAt,
                Optional.of(new Approval(by, at, content.fingerprint())),
                Optional.empty(),
                begunAt,
                finishedAt);
    }

    public StatementVersion rejected(Rejection why) {
        return new StatementVersion(
                id,
                revision,
                State.DRAFT,
                content,
                changedBy,
                changedAt,
                Optional.empty(),
                Optional.of(why),
                begunAt,
                finishedAt);
    }

    public StatementVersion begun(Instant at) {
        return new StatementVersion(
                id,
                revision,
                State.SENDING,
                content,
                changedBy,
                changedAt,
                approval,
                rejection,
                Optional.of(at),
                finishedAt);
    }

    public StatementVersion finished(State outcome, Instant at) {
        return new StatementVersion(
                id, revision, outcome, content, changedBy, changedAt, approval, rejection, begunAt, Optional.of(at));
    }

    /** Whether a second person said yes to exactly this. */
    public boolean isApproved() {
        return approval.filter(it -> it.fingerprint().equals(content.fingerprint()))
                .isPresent();
    }
}
