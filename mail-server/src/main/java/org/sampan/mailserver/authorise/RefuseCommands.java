package org.sampan.mailserver.authorise;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/**
 * A wish that was meant for the list server and not for its readers: a short mail whose subject, or a line of it, is nothing but
 * "unsubscribe". Everybody gets the same answer, which says where to write to.
 */
final class RefuseCommands implements PostingRule {
    private static final int MOST_LINES = 6;
    private static final int LONGEST = 300;
    private static final int LARGEST = 50_000;

    private static final Set<String> COMMANDS = Set.of(
            "unsubscribe",
            "unsubscribe me",
            "please unsubscribe",
            "please unsubscribe me",
            "unsubscribe please",
            "subscribe",
            "subscribe me",
            "please subscribe me",
            "remove me",
            "please remove me",
            "remove me from the list",
            "remove me from this list",
            "please remove me from this list",
            "take me off this list",
            "signoff",
            "sign off",
            "退订",
            "取消订阅",
            "退訂",
            "取消訂閱",
            "ยกเลิกการรับข่าวสาร",
            "ยกเลิกรับข่าวสาร",
            "ยกเลิกการเป็นสมาชิก",
            "huỷ đăng ký",
            "hủy đăng ký",
            "ngừng nhận thư",
            "စာရင်းမှ ထွက်ပါမည်",
            "စာရင်းမှ ဖယ်ပေးပါ",
            "ຍົກເລີກການຮັບຂ່າວສານ",
            "ឈប់ទទួលព័ត៌មាន");

    @Override
    public String name() {
        return "administrivia";
    }

    @Override
    public boolean applies(ListSettings settings) {
        return settings.get(PostingSettings.REFUSE_COMMANDS);
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        ListAddress list = post.list().address();
        return isCommand(post)
                ? Optional.of(new Verdict.Reject(
                        "5.7.1",
                        Reason.of("administrivia")
                                .with("leave", list.at(Role.LEAVE))
                                .with("join", list.at(Role.JOIN))))
                : Optional.empty();
    }

    private static boolean isCommand(Post post) {
        if (post.message().size() > LARGEST) {
            return false;
        }
        PostContent content = PostContent.of(post.message());
        List<String> said = content.saidLines();
        boolean isShort = content.attachments().isEmpty()
                && said.size() <= MOST_LINES
                && said.stream().mapToInt(String::length).sum() <= LONGEST;
        return isShort
                && (isCommand(post.subject(), post) || said.stream().limit(1).anyMatch(it -> isCommand(it, post)));
    }

    /** Also with the list's or the author's address behind the word, as list servers of old wanted it. */
    private static boolean isCommand(String line, Post post) {
        if (line.length() > LONGEST) {
            return false;
        }
        String bare = line.toLowerCase(Locale.ROOT)
                .replaceAll("^((re|fwd?)\\s*:\\s*)+", "")
                .replaceAll("[\\p{Punct}&&[^@._+-]]|[.!。]+$", " ")
                .strip()
                .replaceAll("\\s+", " ");
        String alone = bare.replaceAll(" (from )?\\S+@\\S+$", "")
                .replaceAll(" (from )?" + Pattern.quote(post.list().address().name()) + "$", "");
        return COMMANDS.contains(alone);
    }
}
