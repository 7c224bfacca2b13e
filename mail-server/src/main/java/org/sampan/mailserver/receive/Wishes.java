package org.sampan.mailserver.receive;

import java.util.Optional;
import javax.inject.Inject;
import org.apache.james.protocols.smtp.hook.HookResult;
import org.sampan.mailserver.delivery.Deliveries;
import org.sampan.mailserver.delivery.DeliveryProgress;
import org.sampan.mailserver.delivery.DeliveryTime;
import org.sampan.mailserver.mailinglist.ListAddress;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.membership.Audience;
import org.sampan.mailserver.post.HouseFields;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostArchive;
import org.sampan.mailserver.post.PostId;

/**
 * Looks at what the digest service says of a post's readers and its hour while it is still on the line: once the mail is taken,
 * there is nobody to tell that it cannot be done.
 */
final class Wishes {
    private final Deliveries deliveries;
    private final PostArchive archive;
    private final MailingLists lists;

    @Inject
    Wishes(Deliveries deliveries, PostArchive archive, MailingLists lists) {
        this.deliveries = deliveries;
        this.archive = archive;
        this.lists = lists;
    }

    /** @return empty when they can be fulfilled */
    Optional<HookResult> refusal(Post post, boolean digest) {
        if (hasTwice(post, Audience.FIELD) || hasTwice(post, DeliveryTime.FIELD)) {
            return refuse(
                    "554", "5.6.0", "Each of " + Audience.FIELD + " and " + DeliveryTime.FIELD + " is said once.");
        }
        Optional<String> time = HouseFields.value(post, DeliveryTime.FIELD);
        if (time.isPresent() && DeliveryTime.parse(time.get()).isEmpty()) {
            return refuse("554", "5.6.0", DeliveryTime.FIELD + ": at=07:00, or quiet=21:00-07:00, or both.");
        }
        return digest ? ofDigest(post) : HouseFields.value(post, Audience.FIELD).flatMap(it -> ofPost(post, it));
    }

    private static Optional<HookResult> ofDigest(Post post) {
        return HouseFields.value(post, Audience.FIELD).flatMap(Audience::parse).isPresent()
                ? Optional.empty()
                : refuse("554", "5.6.0", "A digest names its readers in " + Audience.FIELD + ".");
    }

    private Optional<HookResult> ofPost(Post post, String field) {
        Optional<Audience> audience = Audience.parseOfPost(field);
        if (audience.isEmpty()) {
            return refuse(
                    "554",
                    "5.6.0",
                    Audience.FIELD + ": received=<a Message-ID>, or except=other@lists.example, or both.");
        }
        return audience.get().except().stream()
                .flatMap(it -> unlike(post, it).stream())
                .findFirst()
                .or(() -> audience.get().received().flatMap(it -> earlier(post, it)));
    }

    private Optional<HookResult> unlike(Post post, ListAddress other) {
        if (other.equals(post.list().address())) {
            return refuse("554", "5.6.0", Audience.FIELD + ": all readers of " + other + " are on " + other + ".");
        }
        return lists.find(other).isPresent()
                ? Optional.empty()
                : refuse("550", "5.1.1", Audience.FIELD + ": there is no list " + other + " here.");
    }

    private Optional<HookResult> earlier(Post post, String messageId) {
        PostId id = PostId.of(post.list().address(), messageId);
        Optional<DeliveryProgress> sent = deliveries.progress(id);
        if (sent.isPresent()) {
            return sent.get().recipientsKept()
                    ? Optional.empty()
                    : refuse(
                            "550",
                            "5.7.0",
                            "[forgotten] Who got " + messageId
                                    + " is not known any more: the ledger forgets it after delivery.keep.");
        }
        return archive.find(post.list(), id).isPresent()
                ? Optional.of(Replies.notNow("4.7.0", messageId + " is on its way into the ledger; come again."))
                : refuse(
                        "550",
                        "5.7.0",
                        "[never-sent] " + post.list().address() + ": no post " + messageId + " was sent to this list.");
    }

    private static boolean hasTwice(Post post, String field) {
        return HouseFields.value(post, field).isPresent()
                && post.message().headers().all(field).count() > 1;
    }

    private static Optional<HookResult> refuse(String code, String status, String text) {
        return Optional.of(Replies.refuse(code, status, text));
    }
}
