package org.sampan.mailserver.moderate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.ModerationSettings;
import org.sampan.mailserver.mailinglist.Stewards;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Person;
import org.sampan.mailserver.notice.ModerationContent;
import org.sampan.mailserver.notice.ModerationContent.Turn;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.Notices;
import org.sampan.mailserver.post.HouseFields;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.ReasonTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks those who decide about a held post, as the list wants it: all at once or one after the other, again, and then others. */
final class NotifyModerators {
    private static final Logger LOGGER = LoggerFactory.getLogger(NotifyModerators.class);

    /** Moderators read on phones and thin lines; a larger post is looked at on its page. */
    private static final int LARGEST_ATTACHED = 200_000;

    private final Stewards stewards;
    private final Members members;
    private final HeldLinks links;
    private final Notices notices;
    private final ReasonTexts texts;

    @Inject
    NotifyModerators(Stewards stewards, Members members, HeldLinks links, Notices notices, ReasonTexts texts) {
        this.stewards = stewards;
        this.members = members;
        this.links = links;
        this.notices = notices;
        this.texts = texts;
    }

    /**
     * @param step how often somebody was asked before
     * @return false when nobody is left to ask
     */
    boolean ask(HeldPost held, Post post, int step) {
        Optional<Escalation> escalation = escalation(post.list(), links.number(held.id()), step);
        if (escalation.isEmpty() && step == 0) {
            LOGGER.warn("event=nobody-to-moderate list={} post={}", held.list(), held.id());
        }
        escalation.ifPresent(it ->
                it.moderators().forEach(moderator -> notices.send(notice(moderator, held, post, it.turn()))));
        return escalation.isPresent();
    }

    /** Nobody decided: those who might have are told. */
    void tellOfLapse(HeldPost held, MailingList list) {
        ModerationContent content = new ModerationContent.HeldLapsed(held.subject(), held.fromEmail());
        stewards.moderators(list).forEach(it -> notices.send(Notice.of(list, it, language(it), content)));
    }

    /** When the step after this one is due, if there is one: the next asking, or the end. */
    static Instant nextStep(HeldPost held, ListSettings settings, int step) {
        Duration pause = settings.get(ModerationSettings.REMIND_MODERATORS_AFTER);
        Instant end = end(held, settings);
        Instant next = held.heldAt().plus(pause.multipliedBy(step));
        return pause.isZero() || next.isAfter(end) ? end : next;
    }

    /** When it lapses. */
    static Instant end(HeldPost held, ListSettings settings) {
        return held.heldAt().plus(settings.get(ModerationSettings.HOLD_POSTS_FOR));
    }

    String language(EmailAddress moderator) {
        return members.person(moderator).map(Person::language).orElse("");
    }

    /** Where they are asked in turn, not the same is asked first each time. */
    private Optional<Escalation> escalation(MailingList list, long number, int step) {
        List<EmailAddress> moderators = new ArrayList<>(stewards.moderators(list));
        if (!moderators.isEmpty()) {
            Collections.rotate(moderators, (int) (number % moderators.size()));
        }
        Collection<EmailAddress> all = stewards.all(list);
        List<EmailAddress> others =
                all.stream().filter(it -> !moderators.contains(it)).toList();
        return Escalation.at(step, list.settings().get(ModerationSettings.MODERATORS_ASKED), moderators, others);
    }

    private Notice notice(EmailAddress moderator, HeldPost held, Post post, Turn turn) {
        boolean attached = held.bytes() <= LARGEST_ATTACHED;
        HeldLinks.Link link = links.of(held.id(), post.list(), moderator);
        String language = language(moderator);
        ModerationContent content = new ModerationContent.Held(
                held.fromEmail(),
                held.subject(),
                texts.say(language.isEmpty() ? post.list().settings().language() : language, held.reason()),
                new ModerationContent.Size(held.bytes()),
                attached,
                turn,
                end(held, post.list().settings()),
                link.page(),
                link.answer());
        Notice notice = Notice.of(post.list(), moderator, language, content);
        return attached ? notice.attaching(HouseFields.without(post.message()).bytes()) : notice;
    }
}
