package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** What people who are not on the list are answered, word for word the same for all, so that it tells nothing about who is. */
final class Strangers {
    private Strangers() {}

    /** @param held what moderators are told where the list's owners chose to hold such posts */
    static Optional<Verdict> answer(Post post, Reason held) {
        return switch (post.list().settings().get(PostingSettings.NON_MEMBERS)) {
            case ACCEPT -> Optional.empty();
            case HOLD -> Optional.of(new Verdict.Hold(held));
            case REJECT -> Optional.of(refusal(post));
            case DISCARD -> Optional.of(new Verdict.Discard(held));
        };
    }

    static Verdict refusal(Post post) {
        return new Verdict.Reject(
                "5.7.1",
                Reason.of("stranger").with("owner", post.list().address().at(ListAddress.Role.OWNER)));
    }
}
