package org.sampan.mailserver.authorise;

import java.util.List;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.AcceptedSenders;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Persons;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostJudge;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/**
 * Who may post what: the first rule that says something decides. First what is nobody's post, then who may post at all, then what a
 * post looks like; so a stranger's mail never waits for a moderator only because it has no subject.
 */
final class PostingRules implements PostJudge {
    private final List<PostingRule> rules;

    @Inject
    PostingRules(MailingLists lists, Members members, Persons persons, AcceptedSenders accepted, PostArchive archive) {
        this(inOrder(lists, new BelievedAuthors(members, persons, accepted), archive));
    }

    PostingRules(List<PostingRule> rules) {
        this.rules = List.copyOf(rules);
    }

    private static List<PostingRule> inOrder(MailingLists lists, BelievedAuthors authors, PostArchive archive) {
        return List.of(
                new RefuseLoops(),
                new RefuseOversized(),
                new DropRepeated(archive),
                new HoldInEmergency(),
                new AcceptAccounts(),
                new RefuseNullSender(),
                new RefuseAuthorless(),
                new RefuseBanned(lists),
                new DropAutomaticReplies(),
                new RefuseCommands(),
                new JudgeDmarcFailures(),
                new JudgeUnproven(),
                new JudgeStrangers(authors),
                new HoldCrowds(),
                new JudgeSubjectless(),
                new JudgeEmpty(),
                new JudgeQuotedDigests(),
                new HoldSuspiciousHeaders(),
                new RefuseAttachments(),
                new AcceptFamiliar(authors),
                new HoldModerated(authors),
                new HoldFirstPosts(authors, archive),
                new HoldForSecretariat(),
                new AcceptRest());
    }

    @Override
    public Verdict judge(Post post) {
        ListSettings settings = post.list().settings();
        return rules.stream()
                .filter(rule -> rule.applies(settings))
                .flatMap(rule -> rule.judge(post).stream())
                .findFirst()
                .orElseGet(() -> new Verdict.Hold(Reason.of("no-rule")));
    }

    List<PostingRule> all() {
        return rules;
    }
}
