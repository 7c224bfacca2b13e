package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;

/** Where members post: what no rule before had anything against. */
final class AcceptRest implements PostingRule {
    @Override
    public String name() {
        return "accept";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.posting() == Posting.MEMBERS;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return Optional.of(new Verdict.Accept());
    }
}
