package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** Delivery reports have the null sender; they belong to the bounce address, never to readers. Refusing one harms nobody. */
final class RefuseNullSender implements PostingRule {
    @Override
    public String name() {
        return "delivery-report";
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return post.envelope().sender().isEmpty()
                ? Optional.of(new Verdict.Reject("5.7.1", Reason.of("delivery-report")))
                : Optional.empty();
    }
}
