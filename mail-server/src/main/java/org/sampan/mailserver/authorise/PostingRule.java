package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;

/** One reason to decide about a post. Safe for many threads. */
interface PostingRule {
    /** Empty when this rule has nothing to say and the next one is asked. */
    Optional<Verdict> judge(Post post);
}
