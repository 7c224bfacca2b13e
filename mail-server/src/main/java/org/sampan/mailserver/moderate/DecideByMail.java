package org.sampan.mailserver.moderate;

import java.time.Duration;
import java.util.Optional;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.RoleAddress;
import org.sampan.mailserver.notice.ModerationContent;
import org.sampan.mailserver.notice.ModerationContent.Outcome;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.Notices;
import org.sampan.mailserver.notice.OccasionalNotices;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.MessageIds;
import org.sampan.mailserver.post.PostAttributes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A moderator's answer: the address says which post and who decides, and either the address or the first word says what. The moderator
 * hears what became of it, also when another was faster. From proves nothing and is not looked at. Other mail goes on to the next mailet.
 */
public final class DecideByMail extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(DecideByMail.class);
    private static final Duration UNCLEAR_AT_MOST_EACH = Duration.ofMinutes(10);

    private final HeldLinks links;
    private final Moderation moderation;
    private final NotifyModerators moderators;
    private final Notices notices;
    private final OccasionalNotices occasionalNotices;

    @Inject
    DecideByMail(
            HeldLinks links,
            Moderation moderation,
            NotifyModerators moderators,
            Notices notices,
            OccasionalNotices occasionalNotices) {
        this.links = links;
        this.moderation = moderation;
        this.moderators = moderators;
        this.notices = notices;
        this.occasionalNotices = occasionalNotices;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Optional<RoleAddress> address = PostAttributes.recipient(mail)
                .flatMap(RoleAddress::parse)
                .filter(it -> it.role().filter(Role.MODERATE::equals).isPresent());
        if (address.isEmpty()) {
            return;
        }
        mail.setState(Mail.GHOST);
        Headers headers = PostAttributes.message(mail).headers();
        String submitted = headers.value("Auto-Submitted").strip();
        if (!submitted.isEmpty() && !submitted.equalsIgnoreCase("no")) {
            LOGGER.info("event=automatic-answer-ignored mail={}", mail.getName());
            return;
        }
        ModeratorAnswer answer = ModeratorAnswer.of(address.get().detail(), PostAttributes.message(mail));
        Optional<HeldLinks.Held> held = links.holder(answer.token())
                .filter(it -> it.list().address().equals(address.get().list()));
        if (held.isEmpty()) {
            LOGGER.info("event=answer-of-nobody mail={}", mail.getName());
            return;
        }
        decide(held.get(), answer, MessageIds.own(headers));
    }

    private void decide(HeldLinks.Held held, ModeratorAnswer answer, Optional<String> messageId) {
        if (answer.kind().isEmpty()) {
            HeldLinks.Link link = links.of(held.post().id(), held.list(), held.moderator());
            occasionalNotices.send(
                    notice(held, new ModerationContent.UnclearAnswer(held.post().subject(), link.page(), link.answer()))
                            .inReplyTo(messageId),
                    UNCLEAR_AT_MOST_EACH);
            return;
        }
        boolean first = moderation.decide(
                held.list(),
                held.post().id(),
                answer.kind().get(),
                held.moderator().written(),
                new Rejection(Optional.empty(), answer.words()));
        moderation
                .decision(held.list(), held.post().id())
                .ifPresent(decision -> notices.send(notice(
                                held,
                                new ModerationContent.Decided(
                                        held.post().subject(),
                                        Outcome.valueOf(decision.kind().name()),
                                        decision.by(),
                                        first))
                        .inReplyTo(messageId)));
    }

    private Notice notice(HeldLinks.Held held, ModerationContent content) {
        return Notice.of(held.list(), held.moderator(), moderators.language(held.moderator()), content);
    }
}
