package org.sampan.digest.portal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.sampan.digest.mailserver.MailServer;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Post;
import org.sampan.digest.mailserver.PostPage;
import org.sampan.digest.mailserver.PostQuery;

/** What a post answers and what answers it, as far as both are among the list's posts of about the same time. */
record Conversation(Optional<PostCard> parent, List<PostCard> answers) {
    private static final Duration BEFORE = Duration.ofDays(60);
    private static final int MOST = 500;

    static Conversation around(Post post, MailingList list, MailServer mailServer) {
        PostQuery near =
                new PostQuery(Optional.empty(), Optional.of(post.receivedAt().minus(BEFORE)), MOST);
        List<Post> posts =
                mailServer.posts(list.address(), near).map(PostPage::posts).orElseGet(List::of);
        Optional<PostCard> parent = posts.stream()
                .filter(other ->
                        post.inReplyTo().filter(other.messageId()::equals).isPresent())
                .findFirst()
                .map(other -> PostCard.of(other, list));
        List<PostCard> answers = new ArrayList<>(posts.stream()
                .filter(other ->
                        other.inReplyTo().filter(post.messageId()::equals).isPresent())
                .map(other -> PostCard.of(other, list))
                .toList());
        Collections.reverse(answers);
        return new Conversation(parent, answers);
    }
}
