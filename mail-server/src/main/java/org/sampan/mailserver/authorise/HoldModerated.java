package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;

/** A member whose posts wait for a moderator. */
final class HoldModerated implements PostingRule {
    private final Members members;

    HoldModerated(Members members) {
        this.members = members;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        boolean moderated = post.authors().stream()
                .anyMatch(it -> members.find(post.list(), it.email())
                        .filter(Subscription::moderated)
                        .isPresent());
        return moderated ? Optional.of(new Verdict.Hold("The sender's posts are moderated.")) : Optional.empty();
    }
}
