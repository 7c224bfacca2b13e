package org.sampan.mailserver.authorise;

import java.util.Optional;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.Treatment;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** A subject that says nothing: none, or only "Re:" and the list's own tag. */
final class JudgeSubjectless implements PostingRule {
    private static final int LONGEST_OF_NOTHING = 200;
    private static final Pattern ANSWERS = Pattern.compile("(?i)^(\\s*(re|fwd?|aw|回复|答复)\\s*[:：])+");

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
        String subject = post.subject().replace(tag, "");
        return subject.length() < LONGEST_OF_NOTHING && saysNothing(subject)
                ? TreatedAs.chosen(settings.get(PostingSettings.NO_SUBJECT), "5.6.0", Reason.of("no-subject"))
                : Optional.empty();
    }

    private static boolean saysNothing(String subject) {
        return ANSWERS.matcher(subject).replaceFirst("").isBlank();
    }
}
