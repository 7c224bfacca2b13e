package org.sampan.mailserver.authorise;

import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.post.Author;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;

/** Authors, and envelope senders, whom the list's owners keep out. */
final class RefuseBanned implements PostingRule {
    private final MailingLists lists;

    RefuseBanned(MailingLists lists) {
        this.lists = lists;
    }

    @Override
    public String name() {
        return "banned";
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        boolean banned = Stream.concat(post.authors().stream().map(Author::email), post.envelope().sender().stream())
                .distinct()
                .anyMatch(it -> lists.isBanned(post.list(), it));
        return banned ? Optional.of(Strangers.refusal(post)) : Optional.empty();
    }
}
