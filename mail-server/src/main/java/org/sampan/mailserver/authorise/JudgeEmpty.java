package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.Treatment;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** Neither a word nor an attachment. */
final class JudgeEmpty implements PostingRule {
    /** So much is not nothing. */
    private static final int LARGEST = 200_000;

    @Override
    public String name() {
        return "empty";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.get(PostingSettings.EMPTY_POSTS) != Treatment.ACCEPT;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return post.message().size() <= LARGEST
                        && PostContent.of(post.message()).isEmpty()
                ? TreatedAs.chosen(post.list().settings().get(PostingSettings.EMPTY_POSTS), "5.6.0", Reason.of("empty"))
                : Optional.empty();
    }
}
