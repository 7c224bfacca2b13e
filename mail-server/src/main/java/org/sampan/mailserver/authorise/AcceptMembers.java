package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;

/**
 * Where members post, a post of members is accepted: of members only, since everybody in From answers for it.
 */
final class AcceptMembers implements PostingRule {
    private final Members members;

    AcceptMembers(Members members) {
        this.members = members;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        boolean accepted = post.list().settings().posting() == Posting.MEMBERS
                && post.authors().stream().allMatch(it -> members.isMember(post.list(), it.email()));
        return accepted ? Optional.of(new Verdict.Accept()) : Optional.empty();
    }
}
