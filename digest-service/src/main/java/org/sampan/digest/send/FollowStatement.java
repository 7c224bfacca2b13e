package org.sampan.digest.send;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.sampan.digest.journal.Actor;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailServerRefused;
import org.sampan.digest.mailserver.Post;
import org.sampan.digest.mailserver.PostId;
import org.sampan.digest.mailserver.PostPage;
import org.sampan.digest.mailserver.PostQuery;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.statement.Handover;
import org.sampan.digest.statement.Handover.Step;
import org.sampan.digest.statement.Handovers;
import org.sampan.digest.statement.MailId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Follows what the mail server has taken: finds the post it became there, and stops it there when somebody wants that. */
@Component
public class FollowStatement {
    private static final Logger LOGGER = LoggerFactory.getLogger(FollowStatement.class);
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(10);
    private static final int SEARCHED = 200;
    private static final int CONFLICT = 409;

    private final MailServer mailServer;
    private final Handovers handovers;
    private final Settings settings;

    FollowStatement(MailServer mailServer, Handovers handovers, Settings settings) {
        this.mailServer = mailServer;
        this.handovers = handovers;
        this.settings = settings;
    }

    /**
     * @param since when its sending began
     * @throws org.sampan.digest.mailserver.MailServerUnavailable when the mail server does not answer; to be tried again
     */
    public void follow(MailId mail, Instant since) {
        for (Handover handover : handovers.of(mail)) {
            if (handover.post().isEmpty() && handover.wasTaken()) {
                find(mail, handover.list(), since).ifPresent(post -> handovers.markPost(mail, handover.list(), post));
            }
        }
        handovers.of(mail).stream()
                .filter(it -> it.step() == Step.STOPPING)
                .forEach(it -> it.post().ifPresent(post -> stop(mail, it.list(), post)));
    }

    private Optional<PostId> find(MailId mail, ListAddress list, Instant since) {
        String name = mail.messageId(settings.domain());
        PostQuery query = new PostQuery(Optional.empty(), Optional.of(since.minus(CLOCKS_DIFFER)), SEARCHED);
        return mailServer.posts(list, query).map(PostPage::posts).stream()
                .flatMap(posts -> posts.stream())
                .filter(post -> post.messageId().equals(name))
                .map(Post::id)
                .findFirst();
    }

    private void stop(MailId mail, ListAddress list, PostId post) {
        try {
            if (mailServer.care().cancelSend(list, post, Actor.SCHEDULE.name()).isPresent()) {
                handovers.markStopped(mail, list, true);
                LOGGER.info("event=statement-stopped statement={} list={}", mail, list);
            }
        } catch (MailServerRefused refused) {
            if (refused.status() != CONFLICT) {
                throw refused;
            }
            handovers.markStopped(mail, list, false);
            LOGGER.warn("event=statement-stopped-late statement={} list={}", mail, list);
        }
    }
}
