package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.PostingSettings.Treatment;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** Makes the verdict of what a list's owners chose. */
final class TreatedAs {
    private TreatedAs() {}

    /** @param status for a refusal, RFC 3463 */
    static Optional<Verdict> chosen(Treatment treatment, String status, Reason reason) {
        return switch (treatment) {
            case ACCEPT -> Optional.empty();
            case HOLD -> Optional.of(new Verdict.Hold(reason));
            case REJECT -> Optional.of(new Verdict.Reject(status, reason));
            case DISCARD -> Optional.of(new Verdict.Discard(reason));
        };
    }
}
