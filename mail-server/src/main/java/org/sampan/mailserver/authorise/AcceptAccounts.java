package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;

/** Whoever has an account and proved it (SMTP AUTH) may post to every list. */
final class AcceptAccounts implements PostingRule {
    @Override
    public String name() {
        return "account";
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return post.envelope().isAuthenticated() ? Optional.of(new Verdict.Accept()) : Optional.empty();
    }
}
