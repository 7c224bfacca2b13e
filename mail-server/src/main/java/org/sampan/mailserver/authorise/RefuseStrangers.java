package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;

/** Where members post, nobody else does. */
final class RefuseStrangers implements PostingRule {
    @Override
    public Optional<Verdict> judge(Post post) {
        return post.list().settings().posting() == Posting.MEMBERS
                ? PostingRules.refuseStranger(post)
                : Optional.empty();
    }
}
