package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** A member whose posts wait for a moderator. */
final class HoldModerated implements PostingRule {
    private final BelievedAuthors authors;

    HoldModerated(BelievedAuthors authors) {
        this.authors = authors;
    }

    @Override
    public String name() {
        return "moderated-member";
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return authors.subscriptions(post).stream().anyMatch(Subscription::moderated)
                ? Optional.of(new Verdict.Hold(Reason.of("moderated-member")))
                : Optional.empty();
    }
}
