package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.Treatment;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** A subject that says nothing: none, or only "Re:" and the list's own tag. */
final class JudgeSubjectless implements PostingRule {
    @Override
    public String name() {
        return "no-subject";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.get(PostingSettings.NO_SUBJECT) != Treatment.ACCEPT;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        ListSettings settings = post.list().settings();
        String tag = settings.subjectTag().isEmpty() ? "" : "[" + settings.subjectTag() + "]";
        String subject = post.subject().replace(tag, "").replaceAll("(?i)^(\\s*(re|fwd?|aw|回复|答复)\\s*[:：])+", "");
        return subject.isBlank()
                ? TreatedAs.chosen(settings.get(PostingSettings.NO_SUBJECT), "5.6.0", Reason.of("no-subject"))
                : Optional.empty();
    }
}
