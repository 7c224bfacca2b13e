package org.sampan.mailserver.authorise;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/**
 * "I am away until Monday" (RFC 3834). Dropped rather than refused, since a refusal would come back to somebody who never wrote
 * anything. Automatically generated mail that answers nothing, such as an alert, is a post like others.
 */
final class DropAutomaticReplies implements PostingRule {
    private static final Set<String> PRECEDENCES = Set.of("auto_reply", "auto-reply", "junk");

    @Override
    public String name() {
        return "automatic-reply";
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        Headers headers = post.message().headers();
        boolean automatic = lower(headers, "Auto-Submitted").startsWith("auto-replied")
                || PRECEDENCES.contains(lower(headers, "Precedence"))
                || headers.has("X-Autoreply")
                || headers.has("X-Autorespond")
                || lower(headers, "X-Auto-Response-Suppress").equals("all") && headers.has("In-Reply-To");
        return automatic ? Optional.of(new Verdict.Discard(Reason.of("automatic-reply"))) : Optional.empty();
    }

    private static String lower(Headers headers, String name) {
        return headers.value(name).toLowerCase(Locale.ROOT);
    }
}
