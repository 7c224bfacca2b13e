package org.sampan.mailserver.enrolment;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.notice.JoiningContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.NoticeContent;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.post.PostLinks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes people's own wishes to be on lists. Whoever asks learns nothing of who is on a list: that is said only in a mail to the
 * address itself. Nobody is flooded, though anybody can ask in anybody's name. Safe for many threads and nodes.
 */
public final class Joining {
    /** How long a mailed token is good. */
    static final Duration VALID = Duration.ofDays(7);

    private static final Logger LOGGER = LoggerFactory.getLogger(Joining.class);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private final MailingLists lists;
    private final Members members;
    private final Confirmations confirmations;
    private final JoinLimits limits;
    private final Agreements agreements;
    private final Enlisting enlisting;
    private final Admission admission;
    private final OccasionalNotices notices;
    private final ReaderLanguages languages;
    private final LeaveLinks leaveLinks;
    private final PostLinks links;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Joining(
            MailingLists lists,
            Members members,
            Confirmations confirmations,
            JoinLimits limits,
            Agreements agreements,
            Enlisting enlisting,
            Admission admission,
            OccasionalNotices notices,
            ReaderLanguages languages,
            LeaveLinks leaveLinks,
            PostLinks links,
            Clock clock) {
        this.lists = lists;
        this.members = members;
        this.confirmations = confirmations;
        this.limits = limits;
        this.agreements = agreements;
        this.enlisting = enlisting;
        this.admission = admission;
        this.notices = notices;
        this.languages = languages;
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

    public Reception ask(Wish wish) {
        MailingList list = wish.list();
        if (!list.settings().joining().takesWishes()) {
            return Reception.CLOSED;
        }
        if (limits.areReached(wish)) {
            LOGGER.warn("event=joins-limited list={}", list.id());
            return Reception.TOO_MANY;
        }
        if (!lists.isBanned(list, wish.person().email())
                && !limits.spare(list, wish.person().email())) {
            answer(wish, members.find(list, wish.person().email()));
        }
        return Reception.TAKEN;
    }

    private void answer(Wish wish, Optional<Subscription> known) {
        if (known.filter(it -> it.state() == Subscription.State.ACTIVE).isPresent()) {
            limits.countUnmailed(wish);
            String leave = leaveLinks.of(wish.list(), known.get());
            notices.send(notice(wish, new JoiningContent.AlreadyOnList(leave)), DAY);
            return;
        }
        ListSettings.Joining policy = known.isPresent()
                ? ListSettings.Joining.CONFIRM
                : wish.list().settings().joining();
        switch (policy) {
            case OPEN -> letIn(wish);
            case MODERATE -> {
                limits.countUnmailed(wish);
                admission.ask(wish.list(), wish.person(), agreements.toJoin(wish), wish.inReplyTo());
            }
            case CONFIRM, CONFIRM_MODERATE -> askToConfirm(wish);
            case INVITATION, CLOSED -> throw new IllegalStateException("this list takes no wishes");
        }
    }

    private void letIn(Wish wish) {
        limits.countUnmailed(wish);
        enlisting.put(wish.list(), wish.person(), agreements.toJoin(wish));
        enlisting.welcome(wish.list(), wish.person().email(), wish.inReplyTo());
    }

    private void askToConfirm(Wish wish) {
        ConfirmationToken token = ConfirmationToken.random(random);
        Instant expiresAt = clock.instant().plus(VALID);
        Confirmation confirmation = new Confirmation(
                Confirmation.Kind.JOIN,
                wish.list().id(),
                wish.person(),
                Optional.empty(),
                agreements.toJoin(wish),
                expiresAt);
        NoticeContent content = new JoiningContent.ConfirmJoin(
                links.confirm(token.text()), wish.list().address().at(Role.CONFIRM, token.text()), expiresAt);
        if (notices.send(notice(wish, content), HOUR, () -> confirmations.add(confirmation, token))) {
            limits.countMailed(wish);
            LOGGER.info("event=join-asked list={} consent={}", wish.list().id(), wish.consent());
        } else {
            limits.countUnmailed(wish);
        }
    }

    private Notice notice(Wish wish, NoticeContent content) {
        String language = languages.of(wish.list(), wish.person());
        return Notice.of(wish.list(), wish.person().email(), language, content).inReplyTo(wish.inReplyTo());
    }
}
