package org.sampan.mailserver.archive;

import java.time.Clock;
import java.util.Map;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.mailinglist.TransformSettings;
import org.sampan.mailserver.post.Author;
import org.sampan.mailserver.post.Authors;
import org.sampan.mailserver.post.Copies;
import org.sampan.mailserver.post.HouseFields;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.MessageIds;
import org.sampan.mailserver.post.OriginHeaders;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.post.Stage;

/**
 * Keeps the post before it is sent, so that it survives any trouble with sending. Where the list hides origins, they are not kept
 * either: what is not there cannot be taken from us.
 */
public final class ArchivePost extends GenericMailet {
    private final PostAttributes attributes;
    private final PostArchive archive;
    private final IndexArchive index;
    private final Clock clock;

    @Inject
    ArchivePost(PostAttributes attributes, PostArchive archive, IndexArchive index, Clock clock) {
        this.attributes = attributes;
        this.archive = archive;
        this.index = index;
        this.clock = clock;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Copies copies = PostAttributes.copies(mail);
        Map<String, byte[]> sent = copies.neutral();
        Post received = attributes.requirePost(mail);
        Post post = kept(
                OriginHeaders.hidden(HouseFields.without(received)),
                sent.getOrDefault(copies.fallbackLanguage(), new byte[0]));
        if (PostAttributes.audience(mail, received).isOfPosts()) {
            archive.store(post, clock.instant(), sent);
            index.read(
                    post.id(),
                    post.subject(),
                    post.author().map(ArchivePost::words).orElse(""),
                    post.message());
        } else {
            archive.storeUnlisted(post, clock.instant(), sent);
        }
        mail.setState(Stage.FANOUT.processor());
    }

    /** What an anonymous list knows of the author nobody can take from it later: it keeps the post only as sent. */
    private static Post kept(Post post, byte[] sent) {
        if (!post.list().settings().get(TransformSettings.ANONYMOUS)) {
            return post;
        }
        Message message = Message.parse(sent);
        return new Post(
                post.id(),
                post.list(),
                MessageIds.own(message.headers()).orElse(post.messageId()),
                Authors.named(message.headers(), "From"),
                post.envelope(),
                message);
    }

    private static String words(Author author) {
        return author.name() + " " + author.email();
    }
}
