package org.sampan.mailserver.authorise;

import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostJudge;
import org.sampan.mailserver.post.Verdict;

/** Who may post: the first rule that says something decides. */
final class PostingRules implements PostJudge {
    private static final String NOBODY_DECIDED = "No rule of the list covers this post.";

    private final List<PostingRule> rules;

    @Inject
    PostingRules(MailingLists lists, Members members, PostArchive archive) {
        this(List.of(
                new RefuseLoops(),
                new RefuseOversized(),
                new DropRepeated(archive),
                new AcceptAccounts(),
                new RefuseNullSender(),
                new RefuseAuthorless(),
                new RefuseBanned(lists),
                new DropAutomaticReplies(),
                new HoldModerated(members),
                new AcceptMembers(members),
                new RefuseStrangers(),
                new HoldForSecretariat()));
    }

    PostingRules(List<PostingRule> rules) {
        this.rules = List.copyOf(rules);
    }

    @Override
    public Verdict judge(Post post) {
        return rules.stream()
                .flatMap(rule -> rule.judge(post).stream())
                .findFirst()
                .orElseGet(() -> new Verdict.Hold(NOBODY_DECIDED));
    }

    /** What a sender is told who may not post: the same for all of them, so that it tells nothing about who is on the list. */
    static Optional<Verdict> refuseStranger(Post post) {
        return Optional.of(new Verdict.Reject(
                "5.7.1",
                "Only its members may post. If you are one, write from the address that gets the list's mail;"
                        + " else ask " + post.list().address().at(ListAddress.Role.OWNER)));
    }
}
