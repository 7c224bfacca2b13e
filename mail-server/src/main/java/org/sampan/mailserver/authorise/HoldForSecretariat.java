package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;

/** Where the secretariat posts, what others send is news for its desk. */
final class HoldForSecretariat implements PostingRule {
    @Override
    public Optional<Verdict> judge(Post post) {
        return post.list().settings().posting() == Posting.SECRETARIAT
                ? Optional.of(new Verdict.Hold("Only the secretariat posts to this list."))
                : Optional.empty();
    }
}
