package org.sampan.mailserver.transform;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.membership.Persons;
import org.sampan.mailserver.post.Copies;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.post.Stage;

/** Makes of a post what its readers get, and hands it on beside the post as received. */
public final class TransformPost extends GenericMailet {
    private final PostAttributes attributes;
    private final Transformations transformations;
    private final Personalisation personalisation;
    private final Persons persons;
    private final Clock clock;

    @Inject
    public TransformPost(
            PostAttributes attributes,
            Transformations transformations,
            Personalisation personalisation,
            Persons persons,
            Clock clock) {
        this.attributes = attributes;
        this.transformations = transformations;
        this.personalisation = personalisation;
        this.persons = persons;
        this.clock = clock;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Post post = attributes.requirePost(mail);
        PostAttributes.setCopies(mail, copies(post));
        mail.setState(Stage.ARCHIVE.processor());
    }

    private Copies copies(Post post) {
        Rendering rendering = new Rendering(post, "", personalisation.marker(post.list()), clock.instant());
        Copies copies = transformations.copies(rendering);
        return persons.anyTextOnly(post.list()) ? copies.withTexts(texts(copies, rendering)) : copies;
    }

    private static Map<String, byte[]> texts(Copies copies, Rendering rendering) {
        Map<String, byte[]> texts = new HashMap<>();
        copies.variants()
                .forEach((language, message) -> TextOnly.of(Message.parse(message), rendering.leavePlace())
                        .ifPresent(it -> texts.put(language, it.bytes())));
        return texts;
    }
}
