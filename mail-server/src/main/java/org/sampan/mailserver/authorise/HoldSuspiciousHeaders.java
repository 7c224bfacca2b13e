package org.sampan.mailserver.authorise;

import java.util.Optional;
import org.sampan.mailserver.mailinglist.Glob;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** A post with a header field that the list's owners are wary of, such as a spam filter's. */
final class HoldSuspiciousHeaders implements PostingRule {
    @Override
    public String name() {
        return "suspicious-header";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return !settings.get(PostingSettings.HELD_HEADERS).isEmpty();
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        Headers headers = post.message().headers();
        return post.list().settings().get(PostingSettings.HELD_HEADERS).stream()
                .filter(it -> has(headers, it))
                .findFirst()
                .map(it -> new Verdict.Hold(Reason.of("suspicious-header").with("header", it)));
    }

    private static boolean has(Headers headers, String pattern) {
        int colon = pattern.indexOf(':');
        Glob value = new Glob(pattern.substring(colon + 1).strip());
        return headers.all(pattern.substring(0, colon)).anyMatch(it -> value.matches(it.text()));
    }
}
