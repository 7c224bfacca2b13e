package org.sampan.mailserver.authorise;

import java.util.Locale;
import java.util.Optional;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.post.Headers;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.Verdict;

/**
 * A post that has been through this list already, or has been passed on again and again. Refused rather than dropped: a person
 * who resends an old post gets to know why it does not appear.
 */
final class RefuseLoops implements PostingRule {
    /** RFC 5321 section 6.3 asks for at least 100 for relays; a list post rarely has ten. */
    private static final int MOST_HOPS = 30;

    @Override
    public String name() {
        return "loop";
    }

    @Override
    public Optional<Verdict> judge(Post post) {
        ListAddress list = post.list().address();
        Headers headers = post.message().headers();
        boolean loops = names(headers, "X-Loop", list.toString())
                || names(headers, "Delivered-To", list.toString())
                || names(headers, "List-Id", "<" + list.listId() + ">")
                || headers.all("Received").count() > MOST_HOPS;
        return loops ? Optional.of(new Verdict.Reject("5.4.6", Reason.of("loop"))) : Optional.empty();
    }

    private static boolean names(Headers headers, String field, String text) {
        return headers.all(field)
                .anyMatch(it -> it.text().toLowerCase(Locale.ROOT).contains(text));
    }
}
