package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** Larger than the list takes. */
final class RefuseOversized implements PostingRule {
    @Override
    public String name() {
        return "too-big";
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        long most = post.list().settings().maxBytes();
        long bytes = post.message().size();
        return bytes > most
                ? Optional.of(new Verdict.Reject(
                        "5.3.4", Reason.of("too-big").with("bytes", bytes).with("most", most)))
                : Optional.empty();
    }
}
