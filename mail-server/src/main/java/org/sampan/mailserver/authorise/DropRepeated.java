package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/**
 * The same Message-ID for the same list, once it is on its way to the subscribers. Before that the repeat goes on, since it may
 * be the spool's second try after a crash.
 */
final class DropRepeated implements PostingRule {
    private final PostArchive archive;

    DropRepeated(PostArchive archive) {
        this.archive = archive;
    }

    @Override
    public String name() {
        return "seen";
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return archive.isFannedOut(post.id()) ? Optional.of(new Verdict.Discard(Reason.of("seen"))) : Optional.empty();
    }
}
