package org.sampan.mailserver.bounce;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.bounce.BounceCase.Stage;
import org.sampan.mailserver.bounce.BounceCases.Event;
import org.sampan.mailserver.mailinglist.BounceSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.BounceRecord;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a member whose mail comes back, one step after the other: warned, tried by a trial mail, suspended when that
 * comes back too, reminded, and in the end taken off the list. Silence after the trial, or the link in any of these mails, clears
 * the address. Safe for many threads and nodes.
 */
final class BounceSteps {
    private static final Logger LOGGER = LoggerFactory.getLogger(BounceSteps.class);

    /** A warning that led to nothing is forgotten; by then most of the points are, too. */
    private static final Duration WARNED = Duration.ofDays(90);

    private final MailingLists lists;
    private final Members members;
    private final BounceCases cases;
    private final BounceLetters letters;
    private final Clock clock;

    @Inject
    BounceSteps(MailingLists lists, Members members, BounceCases cases, BounceLetters letters, Clock clock) {
        this.lists = lists;
        this.members = members;
        this.cases = cases;
        this.letters = letters;
        this.clock = clock;
    }

    /**
     * Warns or tries the reader on every list where the score asks for it. All lists share one trial, and the reader gets one mail.
     *
     * @param score points now
     */
    void consider(Bounce bounce, Person reader, double score) {
        List<BounceCase> known = cases.ofPerson(bounce.person());
        List<MailingList> active = activeLists(reader, bounce.list());
        List<MailingList> toTry = active.stream()
                .filter(it -> score >= it.settings().get(BounceSettings.SUSPEND_AT))
                .filter(it -> known.stream().noneMatch(old -> old.list() == it.id() && old.stage() != Stage.WARNED))
                .toList();
        List<MailingList> toWarn = active.stream()
                .filter(it -> !toTry.contains(it) && score >= it.settings().get(BounceSettings.WARN_AT))
                .filter(it -> known.stream().noneMatch(old -> old.list() == it.id()))
                .toList();
        if (!toTry.isEmpty()) {
            attempt(toTry, bounce, reader, known);
        }
        if (!toWarn.isEmpty()) {
            toWarn.forEach(it -> cases.put(begin(it, bounce, Stage.WARNED, 0, WARNED)));
            if (toTry.isEmpty()) {
                letters.warn(toWarn.get(0), bounce, reader);
            }
        }
    }

    /** The trial mail came back: the address does not work. */
    void probeBounced(long delivery, String reply) {
        cases.probedBy(delivery).forEach(it -> suspend(it.list(), it.person(), reply));
    }

    /** Looks at one that is due. */
    void goOn(BounceCase trouble) {
        Optional<MailingList> list = lists.find(trouble.list());
        Optional<Person> person = members.person(trouble.person());
        if (list.isEmpty() || person.isEmpty() || isTakenUp(trouble, list.get(), person.get())) {
            cases.remove(trouble);
        } else if (trouble.stage() == Stage.SUSPENDED) {
            remindOrRemove(trouble, list.get(), person.get());
        } else {
            if (trouble.stage() == Stage.PROBED) {
                LOGGER.info("event=probe-silent list={} person={}", list.get().address(), trouble.person());
                members.changeBounces(person.get().email(), known -> cleared(known));
            }
            cases.remove(trouble);
        }
    }

    /** Somebody read a mail that went there: the address works, on every list. */
    void resume(long person) {
        members.person(person).ifPresent(reader -> {
            members.changeBounces(reader.email(), known -> cleared(known));
            for (BounceCase trouble : cases.ofPerson(person)) {
                if (trouble.stage() == Stage.SUSPENDED) {
                    lists.find(trouble.list())
                            .ifPresent(it -> members.change(it, reader.email(), Subscription.State.ACTIVE));
                    cases.note(trouble.list(), person, Event.RESUMED, "", clock.instant());
                    LOGGER.info("event=resumed list={} person={}", trouble.list(), person);
                }
                cases.remove(trouble);
            }
        });
    }

    private void attempt(List<MailingList> lists, Bounce bounce, Person reader, List<BounceCase> known) {
        long running = known.stream()
                .filter(it -> it.stage() == Stage.PROBED)
                .map(BounceCase::probe)
                .findFirst()
                .orElse(0L);
        List<MailingList> withTrial = lists.stream()
                .filter(it -> it.settings().get(BounceSettings.PROBE))
                .toList();
        if (!withTrial.isEmpty()) {
            long probe = running > 0 ? running : letters.probe(withTrial.get(0), bounce, reader);
            withTrial.forEach(it -> cases.put(
                    begin(it, bounce, Stage.PROBED, probe, it.settings().get(BounceSettings.PROBE_WAIT))));
        }
        lists.stream()
                .filter(it -> !it.settings().get(BounceSettings.PROBE))
                .forEach(
                        it -> suspend(it.id(), bounce.person(), bounce.failure().words()));
    }

    private void suspend(long listId, long personId, String reply) {
        Optional<Person> person = members.person(personId);
        Optional<MailingList> found = lists.find(listId);
        if (person.isEmpty() || found.isEmpty()) {
            return;
        }
        MailingList list = found.get();
        Instant now = clock.instant();
        if (members.change(list, person.get().email(), Subscription.State.SUSPENDED)
                .isEmpty()) {
            return;
        }
        BounceCase trouble = new BounceCase(listId, personId, Stage.SUSPENDED, now, 0, reply, now);
        cases.put(trouble.dueAt(nextLook(trouble, list, now)));
        cases.note(listId, personId, Event.SUSPENDED, reply, now);
        LOGGER.warn("event=suspended list={} person={}", list.address(), personId);
        letters.suspended(list, trouble, person.get());
    }

    private void remindOrRemove(BounceCase trouble, MailingList list, Person person) {
        Instant now = clock.instant();
        if (removal(trouble, list).filter(it -> !it.isAfter(now)).isPresent()) {
            cases.note(list.id(), trouble.person(), Event.REMOVED, trouble.reply(), now);
            members.remove(list, person.email());
            LOGGER.warn("event=removed-after-bounces list={} person={}", list.address(), trouble.person());
            letters.removed(list, trouble, person);
        } else {
            cases.put(trouble.dueAt(nextLook(trouble, list, now)));
            letters.remind(list, trouble, person);
        }
    }

    private static Instant nextLook(BounceCase trouble, MailingList list, Instant now) {
        Instant next = now.plus(list.settings().get(BounceSettings.REMIND_AFTER));
        return removal(trouble, list).filter(it -> it.isBefore(next)).orElse(next);
    }

    /** Empty: never. */
    static Optional<Instant> removal(BounceCase trouble, MailingList list) {
        Duration after = list.settings().get(BounceSettings.REMOVE_AFTER);
        return after.isZero() ? Optional.empty() : Optional.of(trouble.since().plus(after));
    }

    /** An owner may have done so by hand. */
    private boolean isTakenUp(BounceCase trouble, MailingList list, Person person) {
        return trouble.stage() == Stage.SUSPENDED
                && members.find(list, person.email())
                        .filter(it -> it.state() == Subscription.State.SUSPENDED)
                        .isEmpty();
    }

    private BounceCase begin(MailingList list, Bounce bounce, Stage stage, long probe, Duration due) {
        Instant now = clock.instant();
        return new BounceCase(
                list.id(), bounce.person(), stage, now, probe, bounce.failure().words(), now.plus(due));
    }

    /** The list of the bounce first: the reader is written to in its name. */
    private List<MailingList> activeLists(Person reader, long first) {
        return members.subscriptionsOf(reader.email()).stream()
                .filter(it -> it.state() == Subscription.State.ACTIVE)
                .flatMap(it -> lists.find(it.list()).stream())
                .sorted(java.util.Comparator.comparing(it -> it.id() != first))
                .toList();
    }

    private static BounceRecord cleared(BounceRecord known) {
        return new BounceRecord(0, known.last(), known.lastReply());
    }
}
