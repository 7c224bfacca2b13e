package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;

/** One reason to decide about a post. Safe for many threads; changes nothing. */
interface PostingRule {
    /** As REST and the texts call it: {@code too-big}. */
    String name();

    /** Whether the rule can say anything on a list with these settings. */
    default boolean applies(ListSettings settings) {
        return true;
    }

    /** Empty when this rule has nothing to say and the next one is asked. Asked only where it {@linkplain #applies applies}. */
    Optional<Verdict> judge(Post post);
}
