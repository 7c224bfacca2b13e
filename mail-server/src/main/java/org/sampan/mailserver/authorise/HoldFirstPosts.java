package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** The first posts of a new member wait for a moderator; those the list has had are counted. */
final class HoldFirstPosts implements PostingRule {
    private final BelievedAuthors authors;
    private final PostArchive archive;

    HoldFirstPosts(BelievedAuthors authors, PostArchive archive) {
        this.authors = authors;
        this.archive = archive;
    }

    @Override
    public String name() {
        return "first-posts";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.get(PostingSettings.FIRST_POSTS_HELD) > 0;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        long held = post.list().settings().get(PostingSettings.FIRST_POSTS_HELD);
        boolean isNew = authors.subscriptions(post).stream().anyMatch(it -> count(post, it, held) < held);
        return isNew ? Optional.of(new Verdict.Hold(Reason.of("first-posts").with("count", held))) : Optional.empty();
    }

    private long count(Post post, Subscription author, long most) {
        return authors.addresses(author).stream()
                .mapToLong(it -> archive.countBy(post.list(), it, most))
                .sum();
    }
}
