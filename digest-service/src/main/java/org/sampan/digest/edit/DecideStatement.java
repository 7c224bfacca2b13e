package org.sampan.digest.edit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.journal.Finality;
import org.sampan.digest.journal.NewDeed;
import org.sampan.digest.journal.Subject;
import org.sampan.digest.statement.Content;
import org.sampan.digest.statement.Destination;
import org.sampan.digest.statement.Embargo;
import org.sampan.digest.statement.Handovers;
import org.sampan.digest.statement.Rejection;
import org.sampan.digest.statement.SecondPerson;
import org.sampan.digest.statement.State;
import org.sampan.digest.statement.Statement;
import org.sampan.digest.statement.StatementId;
import org.sampan.digest.statement.StatementVersion;
import org.sampan.digest.statement.Statements;
import org.sampan.digest.statement.Withdrawal;
import org.springframework.stereotype.Component;

/** Decides what becomes of a statement: approved, sent, stopped, corrected, withdrawn. Each decision is in the journal. */
@Component
public class DecideStatement {
    static final String WITHDRAWN = "withdrawn";
    static final String CORRECTION = "correction";
    /** Decisions that change nothing but the version they are about. */
    static final Set<String> BETWEEN_PEOPLE =
            Set.of("asked", "approved", "rejected", "embargoed", "held", "discarded", "brought-back");

    private final Statements statements;
    private final Handovers handovers;
    private final EditStatement edit;
    private final Rules rules;
    private final Clock clock;

    DecideStatement(Statements statements, Handovers handovers, EditStatement edit, Rules rules, Clock clock) {
        this.statements = statements;
        this.handovers = handovers;
        this.edit = edit;
        this.rules = rules;
        this.clock = clock;
    }

    /** What must be so before it goes. */
    @Component
    record Rules(WhatIsMissing missing, SecondPerson secondPerson) {}

    /** Asks a second person. */
    public Statement ask(StatementId id, Actor by) {
        StatementVersion version = in(edit.open(id), State.DRAFT);
        requireWhole(version);
        return decided(version, version.in(State.WAITING), "asked", "", by);
    }

    /**
     * The second person's yes.
     *
     * @param fingerprint of what that person has read
     */
    public Statement approve(StatementId id, String fingerprint, Actor by) {
        StatementVersion version = in(edit.open(id), State.WAITING);
        if (version.changedBy().equals(by.name())) {
            throw new Unfit("", "own");
        }
        if (!version.content().fingerprint().equals(fingerprint)) {
            throw new Unfit("", "changed");
        }
        return decided(version, version.approved(by.name(), clock.instant()), "approved", "", by);
    }

    public Statement reject(StatementId id, String reason, Actor by) {
        StatementVersion version = in(edit.open(id), State.WAITING, State.APPROVED, State.EMBARGOED);
        if (reason.isBlank()) {
            throw new Unfit("reason", "reason");
        }
        Rejection no = new Rejection(by.name(), clock.instant(), reason.strip());
        return decided(version, version.rejected(no), "rejected", reason.strip(), by);
    }

    /** Lets it go: now, or by itself when its embargo ends. */
    public Statement release(StatementId id, Actor by) {
        StatementVersion version = in(edit.open(id), State.DRAFT, State.APPROVED);
        requireWhole(version);
        if (!rules.secondPerson().isSatisfiedBy(version)) {
            throw new Unfit("", "second-person");
        }
        Instant now = clock.instant();
        Optional<Instant> until =
                version.content().embargo().map(Embargo::until).filter(now::isBefore);
        if (until.isPresent()) {
            return decided(
                    version,
                    version.in(State.EMBARGOED),
                    "embargoed",
                    until.get().toString(),
                    by);
        }
        requireKept(statements.begin(version.begun(now)));
        edit.recordFinal(id, by, "released", version.id().mail().toString(), Finality.MAILED);
        return find(id);
    }

    /** It does not go by itself any more; what was approved stays so. */
    public Statement hold(StatementId id, Actor by) {
        StatementVersion version = in(edit.open(id), State.EMBARGOED, State.WAITING);
        return decided(version, version.in(version.isApproved() ? State.APPROVED : State.DRAFT), "held", "", by);
    }

    /** Whatever has not reached its readers yet does not. */
    public Statement stop(StatementId id, Actor by) {
        StatementVersion version = in(find(id).latest(), State.SENDING, State.SENT);
        requireKept(statements.change(version.finished(State.STOPPED, clock.instant())));
        handovers.stop(version.id().mail());
        edit.recordFinal(id, by, "stopped", version.id().mail().toString(), Finality.MAILED);
        return find(id);
    }

    /** It will not be sent. */
    public Statement discard(StatementId id, Actor by) {
        StatementVersion version = edit.open(id);
        return decided(version, version.in(State.DISCARDED), "discarded", "", by);
    }

    public Statement bringBack(StatementId id, Actor by) {
        StatementVersion version = in(find(id).latest(), State.DISCARDED);
        return decided(version, version.in(State.DRAFT), "brought-back", "", by);
    }

    /** Begins the next version of one that is out, for exactly those who received it. */
    public Statement correct(StatementId id, Actor by) {
        Statement statement = find(id);
        StatementVersion latest = statement.latest();
        if (statement.withdrawal().isPresent() || !latest.state().isOut() && latest.state() != State.DISCARDED) {
            throw new Unfit("state", "not-out");
        }
        if (latest.state() == State.DISCARDED) {
            return bringBack(id, by);
        }
        StatementVersion next = StatementVersion.draft(
                latest.id().next(),
                latest.content()
                        .withTexts(latest.content().texts().stream()
                                .map(text -> text.saying(text.subject(), text.body(), ""))
                                .toList())
                        .withDestinations(receivers(statement))
                        .withEmbargo(Optional.empty()),
                by.name(),
                clock.instant());
        requireKept(statements.addVersion(next));
        edit.record(
                id,
                by,
                CORRECTION,
                next.id().mail().toString(),
                String.valueOf(next.id().number()));
        return find(id);
    }

    /**
     * Why and how a statement is withdrawn.
     *
     * @param reason in the language of the original
     * @param translations of the reason; what is blank, or in a language that the statement has not, counts as none
     * @param removed whether its text and files are gone from its page
     * @param told whether those who received it are told by mail
     */
    public record Wish(String reason, List<Withdrawal.Reason> translations, boolean removed, boolean told) {
        private Withdrawal granted(Content content, String by, Instant at) {
            return new Withdrawal(
                    by,
                    at,
                    reason.strip(),
                    removed,
                    told,
                    translations.stream()
                            .filter(it -> !it.words().isBlank())
                            .filter(it -> content.text(it.language()).isPresent())
                            .filter(it ->
                                    !it.language().equals(content.original().language()))
                            .map(it -> new Withdrawal.Reason(
                                    it.language(), it.words().strip()))
                            .toList());
        }
    }

    public Statement withdraw(StatementId id, Wish wish, Actor by) {
        Statement statement = find(id);
        if (statement.out().isEmpty()) {
            throw new Unfit("state", "not-out");
        }
        if (statement.latest().state() == State.SENDING) {
            throw new Unfit("state", "sending");
        }
        if (wish.reason().isBlank()) {
            throw new Unfit("reason", "reason");
        }
        StatementVersion last = statement.out().get(statement.out().size() - 1);
        Withdrawal withdrawal = wish.granted(last.content(), by.name(), clock.instant());
        requireKept(statements.withdraw(id, withdrawal, receivers(statement)));
        if (wish.told()) {
            edit.recordFinal(id, by, WITHDRAWN, withdrawal.reason(), Finality.MAILED);
        } else {
            edit.record(id, by, WITHDRAWN, withdrawal.reason(), withdrawal.at().toString());
        }
        return find(id);
    }

    Optional<NewDeed> unwithdraw(StatementId id, String at, Actor by) {
        return statements.unwithdraw(id, Instant.parse(at))
                ? Optional.of(new NewDeed(
                        by, new Subject(EditStatement.KIND, id.toString()), "stands-again", "", Finality.TAKEN_BACK))
                : Optional.empty();
    }

    Optional<NewDeed> undecide(StatementId id, Decision decision, Actor by) {
        return statements
                .find(id)
                .filter(statement -> statement.withdrawal().isEmpty())
                .flatMap(statement -> decision.takenBack(statement.latest(), clock.instant()))
                .filter(statements::change)
                .map(it -> new NewDeed(
                        by, new Subject(EditStatement.KIND, id.toString()), "undecided", "", Finality.TAKEN_BACK));
    }

    /** A version that was begun will not be sent; what it says is kept. */
    Optional<NewDeed> unbegin(StatementId id, int number, Actor by) {
        return statements
                .find(id)
                .map(Statement::latest)
                .filter(version ->
                        version.id().number() == number && version.state().isOpen())
                .filter(version -> statements.change(version.in(State.DISCARDED)))
                .map(version -> new NewDeed(
                        by,
                        new Subject(EditStatement.KIND, id.toString()),
                        "discarded",
                        "",
                        Decision.between(version, version.in(State.DISCARDED))));
    }

    /** Of each list that any version was sent to, those who received the latest that went to all of it. */
    private static List<Destination> receivers(Statement statement) {
        List<Destination> all = new ArrayList<>();
        for (StatementVersion version : statement.out()) {
            for (Destination to : version.content().destinations()) {
                int number = to.received().orElse(version.id().number());
                all.removeIf(known -> known.list().equals(to.list()));
                all.add(new Destination(to.list(), Optional.of(number), false));
            }
        }
        return all;
    }

    private Statement decided(StatementVersion before, StatementVersion changed, String what, String detail, Actor by) {
        requireKept(statements.change(changed));
        edit.record(changed.id().statement(), by, what, detail, Decision.between(before, changed));
        return find(changed.id().statement());
    }

    private void requireWhole(StatementVersion version) {
        rules.missing().in(version).stream().findFirst().ifPresent(missing -> {
            throw missing;
        });
    }

    private static StatementVersion in(StatementVersion version, State... allowed) {
        if (!List.of(allowed).contains(version.state())) {
            throw new Unfit("state", "state", Map.of("state", version.state().word()));
        }
        return version;
    }

    private static void requireKept(boolean kept) {
        if (!kept) {
            throw new Unfit("", "changed");
        }
    }

    private Statement find(StatementId id) {
        return statements.find(id).orElseThrow(() -> new Unfit("", "gone"));
    }
}
