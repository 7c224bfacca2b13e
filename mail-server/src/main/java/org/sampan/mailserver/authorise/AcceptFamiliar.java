package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Verdict;

/** Whose posts a moderator let through once and for all needs none any more. */
final class AcceptFamiliar implements PostingRule {
    private final BelievedAuthors authors;

    AcceptFamiliar(BelievedAuthors authors) {
        this.authors = authors;
    }

    @Override
    public String name() {
        return "accepted-sender";
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return authors.areAccepted(post) ? Optional.of(new Verdict.Accept()) : Optional.empty();
    }
}
