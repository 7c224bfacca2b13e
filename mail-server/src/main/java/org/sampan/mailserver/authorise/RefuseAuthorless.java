package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** A mail that names nobody as its author cannot be answered for. */
final class RefuseAuthorless implements PostingRule {
    @Override
    public String name() {
        return "no-author";
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return post.authors().isEmpty()
                ? Optional.of(new Verdict.Reject("5.6.0", Reason.of("no-author")))
                : Optional.empty();
    }
}
