package org.sampan.mailserver.enrolment;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.notice.AutomaticAnswers;
import org.sampan.mailserver.settings.Network;
import org.sampan.mailserver.settings.Settings;

/**
 * How often people may be asked for: anybody can ask in anybody's name, and whoever does so for thousands must neither flood one
 * mailbox nor use us to reach many. Limits of a list and of a network are told; those of an address never, or they would tell who
 * was asked for. Safe for many threads and nodes.
 */
final class JoinLimits {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int MOST_A_MINUTE_AND_LIST = 60;
    private static final int MOST_AN_HOUR_AND_NETWORK = 60;
    private static final int MOST_AN_HOUR_AND_ADDRESS = 5;
    private static final int MOST_AN_HOUR_AND_MODERATORS = 20;
    private static final int MOST_IGNORED = 3;
    private static final String JOIN_WAITING = "join-waiting";

    private final AutomaticAnswers answers;
    private final JoinAttempts attempts;
    private final List<Network> front;

    @Inject
    JoinLimits(AutomaticAnswers answers, JoinAttempts attempts, Settings settings) {
        this.answers = answers;
        this.attempts = attempts;
        this.front = settings.front().networks();
    }

    /** Whoever asks is told to wait. */
    boolean areReached(Wish wish) {
        return answers.count(wish.list(), kindOfAnswer(wish.list()), MINUTE) >= MOST_A_MINUTE_AND_LIST
                || wish.visitor()
                        .filter(it -> !(wish.consent().equals(Wish.BY_MAIL) && isFront(it)))
                        .filter(it -> attempts.count(it, HOUR) >= MOST_AN_HOUR_AND_NETWORK)
                        .isPresent();
    }

    /** All mail comes from there, whoever sends it. */
    private boolean isFront(Visitor server) {
        return front.stream().anyMatch(it -> it.contains(server.address()));
    }

    /** How often moderators were asked about strangers in the last hour is enough: their page has the rest. */
    boolean spareModerators(MailingList list) {
        return answers.count(list, JOIN_WAITING, HOUR) > MOST_AN_HOUR_AND_MODERATORS;
    }

    /** Enough was mailed to this address; nobody is told. */
    boolean spare(MailingList list, EmailAddress email) {
        return answers.count(email, kindOfAnswer(list), HOUR) >= MOST_AN_HOUR_AND_ADDRESS || isIgnored(list, email);
    }

    /** Whoever reads the address left three confirmations unanswered: for this list, or for any until they lapsed. */
    boolean isIgnored(MailingList list, EmailAddress email) {
        return attempts.unanswered(list, email) >= MOST_IGNORED
                || attempts.unanswered(email, Joining.VALID) >= MOST_IGNORED;
    }

    /** A confirmation went out. */
    void countMailed(Wish wish) {
        attempts.add(wish.list(), wish.person().email(), wish.visitor(), true);
    }

    /** A confirmation went out that nobody at the address asked us for. */
    void countMailed(MailingList list, EmailAddress email) {
        attempts.add(list, email, Optional.empty(), true);
    }

    /** Somebody asked. */
    void countUnmailed(Wish wish) {
        attempts.add(wish.list(), wish.person().email(), wish.visitor(), false);
    }

    void answered(EmailAddress email) {
        attempts.answered(email);
    }

    private static String kindOfAnswer(MailingList list) {
        return switch (list.settings().joining()) {
            case OPEN -> "welcome";
            case MODERATE -> JOIN_WAITING;
            case CONFIRM, CONFIRM_MODERATE, INVITATION, CLOSED -> "confirm-join";
        };
    }
}
