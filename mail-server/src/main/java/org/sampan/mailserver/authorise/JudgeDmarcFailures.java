package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.Treatment;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** A mail in the name of a domain that asks receivers not to believe mail like it (RFC 7489). */
final class JudgeDmarcFailures implements PostingRule {
    @Override
    public String name() {
        return "dmarc";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.get(PostingSettings.DMARC_FAILURES) != Treatment.ACCEPT;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return post.envelope().proof().failsDmarc()
                ? TreatedAs.chosen(
                        post.list().settings().get(PostingSettings.DMARC_FAILURES), "5.7.26", Reason.of("dmarc"))
                : Optional.empty();
    }
}
