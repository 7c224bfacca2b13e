package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** Where members post, others whom no moderator has accepted are treated as the list's owners chose. */
final class JudgeStrangers implements PostingRule {
    private final BelievedAuthors authors;

    JudgeStrangers(BelievedAuthors authors) {
        this.authors = authors;
    }

    @Override
    public String name() {
        return "non-member";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.posting() == Posting.MEMBERS;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return authors.areMembers(post) || authors.areAccepted(post)
                ? Optional.empty()
                : Strangers.answer(post, Reason.of("not-a-member"));
    }
}
