package org.sampan.mailserver.archive;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sampan.mailserver.post.ArchivedPost;
import org.sampan.mailserver.post.PostLinks;

/** A post as REST tells of it. */
record PostAnswer(
        String id,
        String list,
        String messageId,
        String subject,
        String from,
        String fromName,
        @Nullable String inReplyTo,
        Instant receivedAt,
        long bytes,
        String permalink) {
    static PostAnswer of(ArchivedPost post, PostLinks links) {
        return new PostAnswer(
                post.id().text(),
                post.list().toString(),
                post.messageId(),
                post.subject(),
                post.fromEmail(),
                post.fromName(),
                post.inReplyTo().orElse(null),
                post.receivedAt(),
                post.bytes(),
                links.post(post.list(), post.id()));
    }
}
