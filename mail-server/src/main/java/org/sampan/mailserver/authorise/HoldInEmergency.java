package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** Somebody pulled the brake: nothing goes out unseen, whoever it is from. */
final class HoldInEmergency implements PostingRule {
    @Override
    public String name() {
        return "emergency-stop";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.get(PostingSettings.EMERGENCY_STOP);
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        return Optional.of(new Verdict.Hold(Reason.of("emergency-stop")));
    }
}
