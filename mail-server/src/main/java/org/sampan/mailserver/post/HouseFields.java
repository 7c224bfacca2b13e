package org.sampan.mailserver.post;

import java.util.Locale;
import java.util.Optional;

/**
 * Header fields by which the digest service says for whom a post is, and when. They mean something from its own account only, and
 * none of them leaves the house.
 */
public final class HouseFields {
    private static final String PREFIX = "x-sampan-";
    private static final String DIGEST_SERVICE = "digest-service@";

    private HouseFields() {}

    public static boolean isOne(HeaderField field) {
        return field.name().toLowerCase(Locale.ROOT).startsWith(PREFIX);
    }

    /** What a post says in a field of that name; empty when it says nothing, or does not come from the digest service. */
    public static Optional<String> value(Post post, String name) {
        return isFromDigestService(post.envelope(), post.list().address().domain())
                ? post.message().headers().first(name).map(HeaderField::text)
                : Optional.empty();
    }

    /** @param domain of the lists */
    public static boolean isFromDigestService(Envelope envelope, String domain) {
        return envelope.account()
                .filter(it -> it.equalsIgnoreCase(DIGEST_SERVICE + domain))
                .isPresent();
    }

    public static Message without(Message message) {
        return message.with(message.headers().without(HouseFields::isOne));
    }

    public static Post without(Post post) {
        return new Post(
                post.id(), post.list(), post.messageId(), post.authors(), post.envelope(), without(post.message()));
    }
}
