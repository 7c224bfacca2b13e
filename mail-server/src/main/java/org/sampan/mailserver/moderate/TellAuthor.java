package org.sampan.mailserver.moderate;

import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.notice.ModerationContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.notice.Notices;
import org.sampan.mailserver.notice.RejectReason;
import org.sampan.mailserver.post.Author;
import org.sampan.mailserver.post.Post;

/**
 * Tells the author of a post that was not sent, and gives the text back. Strangers hear nothing: their address may be forged, and so
 * would the answer reach somebody who never wrote.
 */
final class TellAuthor {
    private final Members members;
    private final Notices notices;

    @Inject
    TellAuthor(Members members, Notices notices) {
        this.members = members;
        this.notices = notices;
    }

    void of(Post post, Decision decision) {
        Optional<EmailAddress> author = post.author().map(Author::email);
        if (author.isEmpty() || !(post.envelope().isAuthenticated() || members.isMember(post.list(), author.get()))) {
            return;
        }
        String language = members.find(post.list(), author.get())
                .map(it -> it.person().language())
                .orElse("");
        notices.send(Notice.of(post.list(), author.get(), language, content(post, decision))
                .inReplyTo(Optional.of(post.messageId()))
                .attaching(post.message().bytes()));
    }

    private static ModerationContent content(Post post, Decision decision) {
        if (decision.kind() == Decision.Kind.EXPIRED) {
            return new ModerationContent.NobodyDecided(post.subject());
        }
        Rejection rejection = Rejection.parse(decision.reason());
        return new ModerationContent.Rejected(
                post.subject(), rejection.because().map(RejectReason::word).orElse(""), rejection.words());
    }
}
