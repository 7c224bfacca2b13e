package org.sampan.mailserver.enrolment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.membership.Persons;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.AddressContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.post.PostLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives people further addresses to write from, and another address to get mail at. A further address says yes itself; a change is
 * done when the old and the new one have. Safe for many threads and nodes.
 */
public final class Moving {
    private static final Logger LOGGER = LoggerFactory.getLogger(Moving.class);
    private static final Duration HOUR = Duration.ofHours(1);

    private final MailingLists lists;
    private final Members members;
    private final Persons persons;
    private final Confirmations confirmations;
    private final JoinLimits limits;
    private final OccasionalNotices notices;
    private final ReaderLanguages languages;
    private final PostLinks links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Moving(
            MailingLists lists,
            Members members,
            Persons persons,
            Confirmations confirmations,
            JoinLimits limits,
            OccasionalNotices notices,
            ReaderLanguages languages,
            PostLinks links,
            Clock clock) {
        this.lists = lists;
        this.members = members;
        this.persons = persons;
        this.confirmations = confirmations;
        this.limits = limits;
        this.notices = notices;
        this.languages = languages;
        this.links = links;
        this.clock = clock;
    }

    /**
     * Asks the other address whether this person writes from there, unless it left too many questions unanswered.
     *
     * @return false when the person is on no list
     */
    public boolean askToWriteFrom(EmailAddress person, EmailAddress other) {
        Optional<MailingList> list = anyListOf(person);
        list.ifPresent(it -> ask(it, Confirmation.Kind.ADDRESS, other, person));
        return list.isPresent();
    }

    /**
     * Asks both addresses whether mail shall move.
     *
     * @return false when the person is on no list
     */
    public boolean askToMove(EmailAddress from, EmailAddress to) {
        Optional<MailingList> list = anyListOf(from);
        list.ifPresent(it -> {
            ask(it, Confirmation.Kind.MOVE_OLD, from, to);
            ask(it, Confirmation.Kind.MOVE_NEW, to, from);
        });
        return list.isPresent();
    }

    /** The reader of the further address said yes. */
    boolean addAddress(Confirmation confirmation) {
        boolean added = persons.addAddress(
                confirmation.other().orElseThrow(), confirmation.person().email());
        LOGGER.info("event=address-added");
        return added;
    }

    /** One of the two said yes. True when the other did before, and all is done. */
    boolean move(ConfirmationToken token, Confirmation half) {
        if (!confirmations.confirmHalf(token, half)) {
            return false;
        }
        EmailAddress one = half.person().email();
        EmailAddress other = half.other().orElseThrow();
        boolean isOld = half.kind() == Confirmation.Kind.MOVE_OLD;
        persons.move(isOld ? one : other, isOld ? other : one);
        LOGGER.info("event=address-moved");
        return true;
    }

    private void ask(MailingList list, Confirmation.Kind kind, EmailAddress asked, EmailAddress other) {
        ConfirmationToken token = ConfirmationToken.random(random);
        Instant expiresAt = clock.instant().plus(Joining.VALID);
        Confirmation confirmation = new Confirmation(
                kind, list.id(), Person.of(asked), Optional.of(other), Confirmation.Place.NONE, expiresAt);
        EmailAddress known = kind == Confirmation.Kind.MOVE_OLD ? asked : other;
        Notice notice = Notice.of(list, asked, languages.of(list, known), content(kind, list, token, other, expiresAt));
        if (kind == Confirmation.Kind.MOVE_OLD) {
            notices.send(notice, HOUR, () -> confirmations.add(confirmation, token));
        } else if (!limits.isIgnored(list, asked)
                && notices.send(notice, HOUR, () -> confirmations.add(confirmation, token))) {
            limits.countMailed(list, asked);
        }
    }

    private AddressContent content(
            Confirmation.Kind kind, MailingList list, ConfirmationToken token, EmailAddress other, Instant until) {
        String link = links.confirm(token.text());
        EmailAddress answer = list.address().at(Role.CONFIRM, token.text());
        return switch (kind) {
            case ADDRESS -> new AddressContent.ConfirmAddress(link, answer, other.written(), until);
            case MOVE_OLD -> new AddressContent.ConfirmMoveOld(link, answer, other.written(), until);
            case MOVE_NEW -> new AddressContent.ConfirmMoveNew(link, answer, other.written(), until);
            case JOIN, RETURN, INVITATION -> throw new IllegalArgumentException(kind + " is about a list");
        };
    }

    private Optional<MailingList> anyListOf(EmailAddress person) {
        return members.subscriptionsOf(person).stream()
                .map(Subscription::list)
                .map((ListAddress it) -> lists.find(it))
                .flatMap(Optional::stream)
                .findFirst();
    }
}
