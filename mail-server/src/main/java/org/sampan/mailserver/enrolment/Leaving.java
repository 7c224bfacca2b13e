package org.sampan.mailserver.enrolment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.LeaveToken;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.NoticeContent;
import org.sampan.mailserver.notice.Notices;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.post.PostLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes people off lists by their own wish: at once with a leave token, which was in a mail to them; by a plain mail only after
 * asking, since From proves nothing. Who has left can take it back. Safe for many threads and nodes.
 */
public final class Leaving {
    private static final Logger LOGGER = LoggerFactory.getLogger(Leaving.class);
    private static final Duration UNDO = Duration.ofDays(30);
    private static final Duration HOUR = Duration.ofHours(1);

    private final MailingLists lists;
    private final Members members;
    private final Confirmations confirmations;
    private final Departures departures;
    private final Enlisting enlisting;
    private final Notices notices;
    private final OccasionalNotices occasionally;
    private final Standings standings;
    private final LeaveLinks leaveLinks;
    private final PostLinks links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Leaving(
            MailingLists lists,
            Members members,
            Confirmations confirmations,
            Departures departures,
            Enlisting enlisting,
            Notices notices,
            OccasionalNotices occasionally,
            Standings standings,
            LeaveLinks leaveLinks,
            PostLinks links,
            Clock clock) {
        this.lists = lists;
        this.members = members;
        this.confirmations = confirmations;
        this.departures = departures;
        this.enlisting = enlisting;
        this.notices = notices;
        this.occasionally = occasionally;
        this.standings = standings;
        this.leaveLinks = leaveLinks;
        this.links = links;
        this.clock = clock;
    }

    /** How the person whose token it is stands to the list. */
    public enum State {
        SUBSCRIBED,
        LEFT,
        GONE
    }

    /**
     * Whose token it is.
     *
     * @param email empty when the person was erased
     * @param language of the reader, never empty
     */
    public record Departure(MailingList list, String email, String language, State state) {}

    /** Changes nothing. Empty when the token is none of ours, or its list is gone. */
    public Optional<Departure> find(String token) {
        return leaveLinks.parse(token).flatMap(it -> departure(it, state(it)));
    }

    /**
     * Takes whoever got the token by mail off the list; again changes nothing.
     *
     * @param reason why, in the reader's words; may be empty
     * @param inReplyTo Message-ID of the mail that asks for it
     */
    public Optional<Departure> leave(String token, String reason, Optional<String> inReplyTo) {
        return leaveLinks.parse(token).flatMap(leave -> {
            Optional<Subscription> subscription = members.find(leave);
            Optional<Departure> departure = departure(leave, subscription.isPresent() ? State.LEFT : State.GONE);
            if (departure.isPresent() && subscription.isPresent()) {
                MailingList list = departure.get().list();
                if (members.remove(list, subscription.get().person().email())) {
                    LOGGER.info("event=left list={}", list.id());
                    departures.add(list, reason);
                    sayGoodbye(list, subscription.get(), departure.get().language(), inReplyTo);
                }
            }
            return departure;
        });
    }

    /**
     * Takes leaving back, as things were before, within 30 days. Whoever is on the list stays; whoever left longer ago, or was
     * never there, has to ask to join.
     */
    public Optional<Departure> undo(String token) {
        Optional<LeaveToken> leave = leaveLinks.parse(token);
        Optional<MailingList> list = leave.flatMap(it -> lists.find(it.list()));
        Optional<Person> person = leave.flatMap(it -> members.person(it.person()));
        if (list.isPresent()
                && person.isPresent()
                && !lists.isBanned(list.get(), person.get().email())) {
            confirmations
                    .find(Confirmation.Kind.RETURN, list.get(), person.get().email())
                    .ifPresent(it -> takeBack(list.get(), it));
        }
        return leave.flatMap(it -> departure(it, state(it)));
    }

    private void takeBack(MailingList list, Confirmation wayBack) {
        enlisting.put(list, wayBack.person(), wayBack.place());
        confirmations.removeAll(list.id(), wayBack.person().email());
        LOGGER.info("event=leaving-undone list={}", list.id());
    }

    /** Somebody, maybe in another's name, wants an address off a list: whoever reads its mail is asked. */
    public void ask(MailingList list, EmailAddress email, Optional<String> inReplyTo) {
        Optional<Subscription> subscription = members.find(list, email);
        if (subscription.isEmpty()) {
            standings.tell(list, email, inReplyTo);
            return;
        }
        NoticeContent content = new JoiningContent.ConfirmLeave(
                leaveLinks.of(list, subscription.get()), leaveLinks.addressOf(list, subscription.get()));
        String language = subscription.get().person().language();
        occasionally.send(Notice.of(list, email, language, content).inReplyTo(inReplyTo), HOUR);
    }

    private void sayGoodbye(MailingList list, Subscription subscription, String language, Optional<String> inReplyTo) {
        ConfirmationToken undo = ConfirmationToken.random(random);
        Instant until = clock.instant().plus(UNDO);
        Confirmation wayBack = new Confirmation(
                Confirmation.Kind.RETURN,
                list.id(),
                subscription.person(),
                Optional.empty(),
                new Confirmation.Place(subscription.mode(), subscription.moderated(), subscription.consent(), "", ""),
                until);
        try {
            confirmations.add(wayBack, undo);
            NoticeContent content = new JoiningContent.Goodbye(links.confirm(undo.text()), until);
            notices.send(Notice.of(list, subscription.person().email(), language, content)
                    .inReplyTo(inReplyTo));
        } catch (RuntimeException e) {
            LOGGER.error("event=goodbye-failed list={}", list.id(), e); // who has left has left
        }
    }

    private State state(LeaveToken token) {
        return members.find(token).isPresent() ? State.SUBSCRIBED : State.GONE;
    }

    private Optional<Departure> departure(LeaveToken token, State state) {
        Optional<Person> person = members.person(token.person());
        return lists.find(token.list())
                .map(list -> new Departure(
                        list,
                        person.map(it -> it.email().written()).orElse(""),
                        person.map(Person::language)
                                .filter(it -> !it.isEmpty())
                                .orElse(list.settings().language()),
                        state));
    }
}
