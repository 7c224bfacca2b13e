package org.sampan.mailserver.authorise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.Glob;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/** Attachments of kinds the list does not take, by the ending of their names or by type, whatever the sender calls the type. */
final class RefuseAttachments implements PostingRule {
    @Override
    public String name() {
        return "attachments";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return !settings.get(PostingSettings.REFUSED_ATTACHMENTS).isEmpty();
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        List<String> refused = post.list().settings().get(PostingSettings.REFUSED_ATTACHMENTS);
        return PostContent.of(post.message()).attachments().stream()
                .filter(it -> refused.stream().anyMatch(kind -> isOf(it, kind)))
                .findFirst()
                .map(it -> new Verdict.Reject(
                        "5.7.1", Reason.of("attachment").with("name", it.name().isEmpty() ? it.type() : it.name())));
    }

    private static boolean isOf(PostContent.Attachment attachment, String kind) {
        return kind.startsWith(".")
                ? attachment.name().toLowerCase(Locale.ROOT).endsWith(kind.toLowerCase(Locale.ROOT))
                : new Glob(kind).matches(attachment.type());
    }
}
