package org.sampan.mailserver.enrolment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.post.PostLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks people, for the owners, to come on a list; nobody comes on it without saying yes. Safe for many threads and nodes. */
public final class Inviting {
    private static final Logger LOGGER = LoggerFactory.getLogger(Inviting.class);
    private static final Duration DAY = Duration.ofDays(1);

    private final MailingLists lists;
    private final Members members;
    private final Confirmations confirmations;
    private final JoinAttempts attempts;
    private final JoinLimits limits;
    private final Agreements agreements;
    private final OccasionalNotices notices;
    private final ReaderLanguages languages;
    private final PostLinks links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Inviting(
            MailingLists lists,
            Members members,
            Confirmations confirmations,
            JoinAttempts attempts,
            JoinLimits limits,
            Agreements agreements,
            OccasionalNotices notices,
            ReaderLanguages languages,
            PostLinks links,
            Clock clock) {
        this.lists = lists;
        this.members = members;
        this.confirmations = confirmations;
        this.attempts = attempts;
        this.limits = limits;
        this.agreements = agreements;
        this.notices = notices;
        this.languages = languages;
        this.links = links;
        this.clock = clock;
    }

    /** What became of one invitation. */
    public enum Result {
        INVITED,
        /** Was invited less than a day ago. */
        ALREADY_INVITED,
        ON_THE_LIST,
        BANNED,
        /** Three confirmations to the address were not answered. */
        DOES_NOT_ANSWER
    }

    /** Who did not answer yet. */
    public record Invited(EmailAddress email, String name, Instant expiresAt) {}

    /** @param words of the owners; may be empty */
    public Result invite(MailingList list, Person person, String words) {
        return obstacle(list, person.email())
                .orElseGet(() -> send(list, person, words) ? Result.INVITED : Result.ALREADY_INVITED);
    }

    /** Why an invitation would not go out; empty when it would, unless one went out less than a day ago. */
    public Optional<Result> obstacle(MailingList list, EmailAddress email) {
        if (members.isMember(list, email)) {
            return Optional.of(Result.ON_THE_LIST);
        }
        if (lists.isBanned(list, email)) {
            return Optional.of(Result.BANNED);
        }
        return limits.isIgnored(list, email) ? Optional.of(Result.DOES_NOT_ANSWER) : Optional.empty();
    }

    public List<Invited> open(MailingList list) {
        return confirmations.all(Confirmation.Kind.INVITATION, list).stream()
                .map(it -> new Invited(it.person().email(), it.person().name(), it.expiresAt()))
                .toList();
    }

    private boolean send(MailingList list, Person person, String words) {
        String language = languages.of(list, person);
        ConfirmationToken token = ConfirmationToken.random(random);
        Instant expiresAt = clock.instant().plus(Joining.VALID);
        Confirmation confirmation = new Confirmation(
                Confirmation.Kind.INVITATION,
                list.id(),
                person,
                Optional.empty(),
                agreements.toCome(list, language),
                expiresAt);
        JoiningContent content = new JoiningContent.Invitation(
                links.confirm(token.text()), list.address().at(Role.CONFIRM, token.text()), words, expiresAt);
        boolean sent = notices.send(
                Notice.of(list, person.email(), language, content), DAY, () -> confirmations.add(confirmation, token));
        if (sent) {
            attempts.add(list, person.email(), Optional.empty(), true);
            LOGGER.info("event=invited list={}", list.id());
        }
        return sent;
    }
}
