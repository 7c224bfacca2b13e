package org.sampan.digest.portal;

import java.time.Instant;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Post;

/**
 * A post in a list of posts.
 *
 * @param writer for people to read; on public lists no address, which robots would gather
 * @param isBelow shown below what it answers
 */
public record PostCard(String path, String subject, String writer, Instant receivedAt, boolean isBelow) {

    /** The last part of the path. */
    public String id() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static PostCard of(Post post, MailingList list) {
        return of(post, list, false);
    }

    static PostCard of(Post post, MailingList list, boolean isBelow) {
        return new PostCard(
                "/lists/" + list.address().name() + "/posts/" + post.id(),
                post.subject(),
                list.isPublic() ? withoutAddress(post.writer()) : post.writer(),
                post.receivedAt(),
                isBelow);
    }

    static String withoutAddress(String writer) {
        int at = writer.indexOf('@');
        return at < 0 ? writer : writer.substring(0, at) + "@…";
    }
}
