package org.sampan.mailserver.enrolment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.BounceRecord;
import org.sampan.mailserver.membership.DeliveryMode;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.AutomaticAnswers;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.NoticeContent;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.post.PostLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts people on lists by their own wish. Whoever asks learns nothing of who is on a list: that is said only in a mail to the
 * address itself. Nobody is flooded, though anybody can ask in anybody's name. Safe for many threads and nodes.
 */
public final class Joining {
    private static final Logger LOGGER = LoggerFactory.getLogger(Joining.class);
    private static final Duration VALID = Duration.ofDays(7);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final int MOST_AN_HOUR_AND_ADDRESS = 5;
    private static final int MOST_A_MINUTE_AND_LIST = 60;

    private final MailingLists lists;
    private final Members members;
    private final Confirmations confirmations;
    private final AutomaticAnswers answers;
    private final OccasionalNotices notices;
    private final LeaveLinks leaveLinks;
    private final PostLinks links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Joining(
            MailingLists lists,
            Members members,
            Confirmations confirmations,
            AutomaticAnswers answers,
            OccasionalNotices notices,
            LeaveLinks leaveLinks,
            PostLinks links,
            Clock clock) {
        this.lists = lists;
        this.members = members;
        this.confirmations = confirmations;
        this.answers = answers;
        this.notices = notices;
        this.leaveLinks = leaveLinks;
        this.links = links;
        this.clock = clock;
    }

    /** What whoever asks is told; the same whether or not the address is on the list. */
    public enum Reception {
        TAKEN,
        CLOSED,
        TOO_MANY
    }

    /**
     * A request that waits for a confirmation, or was confirmed.
     *
     * @param language of the reader, never empty
     */
    public record Request(MailingList list, EmailAddress email, String language, Instant expiresAt) {}

    public Reception ask(Wish wish) {
        MailingList list = wish.list();
        if (list.settings().joining() == ListSettings.Joining.CLOSED) {
            return Reception.CLOSED;
        }
        if (answers.count(list, kindOfAnswer(list), MINUTE) >= MOST_A_MINUTE_AND_LIST) {
            LOGGER.warn("event=joins-limited list={}", list.id());
            return Reception.TOO_MANY;
        }
        EmailAddress email = wish.person().email();
        boolean unwelcome = lists.isBanned(list, email)
                || answers.count(email, kindOfAnswer(list), HOUR) >= MOST_AN_HOUR_AND_ADDRESS;
        if (!unwelcome) {
            answer(wish, members.find(list, email));
        }
        return Reception.TAKEN;
    }

    /** Empty when the token is unknown, used or expired. */
    public Optional<Request> find(String token) {
        return ConfirmationToken.parse(token).flatMap(confirmations::find).flatMap(this::request);
    }

    /**
     * Puts on the list whoever got the token by mail. A token that was used is unknown afterwards.
     *
     * @param inReplyTo Message-ID of the mail that confirms
     */
    public Optional<Request> confirm(String token, Optional<String> inReplyTo) {
        Optional<ConfirmationToken> parsed = ConfirmationToken.parse(token);
        Optional<Confirmation> found = parsed.flatMap(confirmations::find);
        Optional<Request> request = found.flatMap(this::request);
        request.ifPresent(it -> {
            subscribe(it.list(), found.orElseThrow());
            // Last, so that a crash leaves the token good; and it is used up for one caller only.
            if (confirmations.remove(parsed.orElseThrow()) && found.get().kind() == Confirmation.Kind.JOIN) {
                welcome(it.list(), it.email(), it.language(), inReplyTo);
            }
            confirmations.removeAll(it.list().id(), it.email());
        });
        return request;
    }

    private void answer(Wish wish, Optional<Subscription> known) {
        if (known.filter(it -> it.state() == Subscription.State.ACTIVE).isPresent()) {
            String leave = leaveLinks.of(wish.list(), known.get());
            notices.send(notice(wish, new JoiningContent.AlreadyOnList(leave)), DAY);
        } else if (wish.list().settings().joining() == ListSettings.Joining.OPEN && known.isEmpty()) {
            members.add(wish.list(), wish.person(), DeliveryMode.EACH, wish.consent());
            LOGGER.info("event=joined list={} consent={}", wish.list().id(), wish.consent());
            welcome(wish.list(), wish.person().email(), language(wish), wish.inReplyTo());
        } else {
            askToConfirm(wish);
        }
    }

    private void askToConfirm(Wish wish) {
        ConfirmationToken token = ConfirmationToken.random(random);
        Instant expiresAt = clock.instant().plus(VALID);
        Confirmation confirmation = new Confirmation(
                Confirmation.Kind.JOIN,
                wish.list().id(),
                wish.person(),
                DeliveryMode.EACH,
                false,
                wish.consent(),
                expiresAt);
        NoticeContent content = new JoiningContent.ConfirmJoin(
                links.confirm(token.text()), wish.list().address().at(Role.CONFIRM, token.text()), expiresAt);
        if (notices.send(notice(wish, content), HOUR, () -> confirmations.add(confirmation, token))) {
            LOGGER.info("event=join-asked list={} consent={}", wish.list().id(), wish.consent());
        }
    }

    private void subscribe(MailingList list, Confirmation confirmation) {
        Person person = confirmation.person();
        Subscription stored = members.add(list, person, confirmation.mode(), confirmation.consent())
                .subscription();
        if (confirmation.moderated() && !stored.moderated()) {
            members.change(list, stored.person(), stored.mode(), true);
        }
        if (stored.state() == Subscription.State.SUSPENDED) {
            members.change(list, person.email(), Subscription.State.ACTIVE); // the mail with the token has arrived
            members.changeBounces(person.email(), known -> BounceRecord.CLEAN);
        }
        LOGGER.info("event=joined list={} consent={}", list.id(), confirmation.consent());
    }

    private void welcome(MailingList list, EmailAddress email, String language, Optional<String> inReplyTo) {
        members.find(list, email)
                .map(it -> new JoiningContent.Welcome(leaveLinks.of(list, it)))
                .ifPresent(content ->
                        notices.send(Notice.of(list, email, language, content).inReplyTo(inReplyTo), HOUR));
    }

    private Optional<Request> request(Confirmation confirmation) {
        EmailAddress email = confirmation.person().email();
        return lists.find(confirmation.list())
                .filter(list -> !lists.isBanned(list, email))
                .map(list -> new Request(list, email, language(list, confirmation.person()), confirmation.expiresAt()));
    }

    private Notice notice(Wish wish, NoticeContent content) {
        return Notice.of(wish.list(), wish.person().email(), language(wish), content)
                .inReplyTo(wish.inReplyTo());
    }

    private String language(Wish wish) {
        return language(wish.list(), wish.person());
    }

    /** What the person asked for now, else chose before, else the list's. */
    private String language(MailingList list, Person person) {
        return Optional.of(person.language())
                .filter(it -> !it.isEmpty())
                .or(() -> members.person(person.email()).map(Person::language).filter(it -> !it.isEmpty()))
                .orElse(list.settings().language());
    }

    private static String kindOfAnswer(MailingList list) {
        return list.settings().joining() == ListSettings.Joining.OPEN ? "welcome" : "confirm-join";
    }
}
