package org.sampan.mailserver.transform;

import java.security.SecureRandom;
import java.time.Clock;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.post.Copies;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.post.Stage;

/** Makes of a post what its readers get, and hands it on beside the post as received. */
public final class TransformPost extends GenericMailet {
    private static final String MARKER_CHARACTERS = "abcdefghijklmnopqrstuvwxyz0123456789";
    private static final int MARKER_LENGTH = 16;

    private final PostAttributes attributes;
    private final Transformations transformations;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    public TransformPost(PostAttributes attributes, Transformations transformations, Clock clock) {
        this.attributes = attributes;
        this.transformations = transformations;
        this.clock = clock;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Post post = attributes.requirePost(mail);
        PostAttributes.setCopies(mail, copies(post));
        mail.setState(Stage.ARCHIVE.processor());
    }

    private Copies copies(Post post) {
        return transformations.copies(new Rendering(post, "", marker(), clock.instant()));
    }

    /** Random for each message, so that no sender can put a place into a post. */
    private String marker() {
        StringBuilder marker = new StringBuilder(MARKER_LENGTH);
        for (int i = 0; i < MARKER_LENGTH; i++) {
            marker.append(MARKER_CHARACTERS.charAt(random.nextInt(MARKER_CHARACTERS.length())));
        }
        return marker.toString();
    }
}
