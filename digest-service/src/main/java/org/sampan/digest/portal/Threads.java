package org.sampan.digest.portal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Post;

/** Puts answers under what they answer, as far as both are on the page; the thread with the newest post comes first. */
final class Threads {
    private final Map<String, Post> byMessageId = new HashMap<>();

    private Threads(List<Post> posts) {
        posts.forEach(post -> byMessageId.putIfAbsent(post.messageId(), post));
    }

    /** @param newestFirst as the mail server gives them */
    static List<PostCard> of(List<Post> newestFirst, MailingList list) {
        Threads threads = new Threads(newestFirst);
        Map<String, List<Post>> byRoot = new LinkedHashMap<>();
        for (Post post : newestFirst) {
            byRoot.computeIfAbsent(threads.root(post).messageId(), root -> new ArrayList<>())
                    .add(post);
        }
        List<PostCard> cards = new ArrayList<>();
        byRoot.forEach((root, posts) -> posts.stream()
                .sorted(Comparator.comparing((Post post) -> !post.messageId().equals(root))
                        .thenComparing(Post::receivedAt))
                .map(post -> PostCard.of(post, list, !post.messageId().equals(root)))
                .forEach(cards::add));
        return cards;
    }

    /** A header that leads in a circle ends after as many steps as there are posts. */
    private Post root(Post post) {
        Post root = post;
        for (int step = 0; step < byMessageId.size(); step++) {
            Post parent = root.inReplyTo().map(byMessageId::get).orElse(null);
            if (parent == null) {
                return root;
            }
            root = parent;
        }
        return post;
    }
}
