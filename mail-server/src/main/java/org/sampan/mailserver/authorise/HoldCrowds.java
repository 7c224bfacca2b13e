package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Recipients;
import org.sampan.mailserver.post.Verdict;

/** A mail to half the world besides the list: whoever answers all would write to strangers. */
final class HoldCrowds implements PostingRule {
    @Override
    public String name() {
        return "too-many-recipients";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.get(PostingSettings.MAX_RECIPIENTS) > 0;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        long most = post.list().settings().get(PostingSettings.MAX_RECIPIENTS);
        long count = Recipients.of(post.message().headers()).size();
        return count > most
                ? Optional.of(new Verdict.Hold(
                        Reason.of("too-many-recipients").with("count", count).with("most", most)))
                : Optional.empty();
    }
}
