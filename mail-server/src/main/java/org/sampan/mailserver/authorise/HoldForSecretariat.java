package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** Where the secretariat posts, what others send is news for its desk. */
final class HoldForSecretariat implements PostingRule {
    @Override
    public String name() {
        return "secretariat";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.posting() == Posting.SECRETARIAT;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return Optional.of(new Verdict.Hold(Reason.of("not-secretariat")));
    }
}
