package org.sampan.mailserver.authorise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.Treatment;
import org.sampan.mailserver.post.MessageIds;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/**
 * An answer to a digest that sends the whole digest around once more. It is known by the lines between a digest's mails (RFC 1153:
 * seventy hyphens below the preamble, thirty between mails), or by a subject that is a digest's above a text that is nearly all quoted.
 */
final class JudgeQuotedDigests implements PostingRule {
    private static final Pattern PREAMBLE_ENDS = Pattern.compile("-{60,80}");
    private static final Pattern BETWEEN_MAILS = Pattern.compile("-{25,35}");
    private static final Pattern DIGEST = Pattern.compile("(?i)\\bdigest\\b");
    private static final int LEAST_QUOTED = 20;
    private static final double NEARLY_ALL = 0.8;

    @Override
    public String name() {
        return "quoted-digest";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.get(PostingSettings.QUOTED_DIGESTS) != Treatment.ACCEPT;
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        List<String> lines = PostContent.of(post.message()).lines();
        boolean quoted = isAnswer(post) && (quotesDigest(lines) || isDigests(post) && isNearlyAllQuoted(lines));
        return quoted
                ? TreatedAs.chosen(
                        post.list().settings().get(PostingSettings.QUOTED_DIGESTS), "5.6.0", Reason.of("quoted-digest"))
                : Optional.empty();
    }

    private static boolean isAnswer(Post post) {
        return MessageIds.inReplyTo(post.message().headers()).isPresent()
                || post.subject().toLowerCase(Locale.ROOT).startsWith("re:");
    }

    private static boolean isDigests(Post post) {
        return DIGEST.matcher(post.subject()).find();
    }

    private static boolean quotesDigest(List<String> lines) {
        List<String> bare = lines.stream().map(JudgeQuotedDigests::bare).toList();
        return bare.stream().anyMatch(it -> PREAMBLE_ENDS.matcher(it).matches())
                && bare.stream()
                                .filter(it -> BETWEEN_MAILS.matcher(it).matches())
                                .count()
                        >= 2;
    }

    private static boolean isNearlyAllQuoted(List<String> lines) {
        long said = lines.stream().filter(it -> !it.isBlank()).count();
        long quoted = lines.stream().filter(it -> it.startsWith(">")).count();
        return quoted >= LEAST_QUOTED && quoted >= said * NEARLY_ALL;
    }

    private static String bare(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == '>' || line.charAt(at) == ' ')) {
            at++;
        }
        return line.substring(at).stripTrailing();
    }
}
