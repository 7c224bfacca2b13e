package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.SenderProof;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/**
 * A post whose From may be forged is a stranger's, whoever From names: it is judged before anybody asks who is a member, so neither
 * the answer nor the time it takes can tell.
 */
final class JudgeUnproven implements PostingRule {
    @Override
    public String name() {
        return "sender-proof";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.posting() == Posting.MEMBERS
                && settings.get(PostingSettings.SENDER_PROOF) == SenderProof.ALIGNED;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return BelievedAuthors.isBelieved(post) ? Optional.empty() : Strangers.answer(post, Reason.of("unproven"));
    }
}
