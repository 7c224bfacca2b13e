package org.sampan.mailserver.fanout;

import java.time.Clock;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.inject.Inject;
import javax.mail.MessagingException;
import org.apache.mailet.Mail;
import org.apache.mailet.base.GenericMailet;
import org.sampan.mailserver.delivery.Correspondents;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.delivery.DeliveryTime;
import org.sampan.mailserver.delivery.Outgoing;
import org.sampan.mailserver.delivery.Readership;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.post.Author;
import org.sampan.mailserver.post.Copies;
import org.sampan.mailserver.post.HouseFields;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostAttributes;
import org.sampan.mailserver.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes a post into the delivery ledger for everybody who gets it; there its way over the spool ends. Mail that is no post goes
 * on to the next mailet.
 */
public final class FanOutPost extends GenericMailet {
    private static final Logger LOGGER = LoggerFactory.getLogger(FanOutPost.class);

    private final PostAttributes attributes;
    private final PostArchive archive;
    private final Deliveries deliveries;
    private final Settings settings;
    private final Clock clock;

    @Inject
    public FanOutPost(
            PostAttributes attributes, PostArchive archive, Deliveries deliveries, Settings settings, Clock clock) {
        this.attributes = attributes;
        this.archive = archive;
        this.deliveries = deliveries;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public void service(Mail mail) throws MessagingException {
        Optional<Post> post = attributes.post(mail);
        if (post.isEmpty()) {
            return;
        }
        deliveries.fanOut(
                post.get().list(),
                post.get().id(),
                readership(post.get(), mail),
                outgoing(post.get(), PostAttributes.copies(mail)));
        archive.markFannedOut(post.get().id());
        LOGGER.info(
                "event=fanned-out list={} post={}",
                post.get().list().address(),
                post.get().id());
        mail.setState(Mail.GHOST);
    }

    private static Readership readership(Post post, Mail mail) throws MessagingException {
        Correspondents named = new Correspondents(
                post.authors().stream().map(Author::email).collect(Collectors.toSet()), post.addressed());
        return new Readership(PostAttributes.audience(mail, post), named, time(post));
    }

    private static DeliveryTime time(Post post) {
        return HouseFields.value(post, DeliveryTime.FIELD)
                .flatMap(DeliveryTime::parse)
                .orElse(DeliveryTime.NOW);
    }

    private Outgoing outgoing(Post post, Copies copies) {
        return new Outgoing(
                bounceAddress(post.list().address(), copies.marker()),
                copies.marker(),
                copies.variants(),
                copies.textVariants(),
                copies.fallbackLanguage(),
                clock.instant().plus(settings.delivery().expire()));
    }

    static String bounceAddress(ListAddress list, String marker) {
        return (marker.isEmpty() ? list.at(Role.BOUNCES) : list.at(Role.BOUNCES, marker + Outgoing.VERP)).toString();
    }
}
