package org.sampan.mailserver.moderate;

import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListAddress.Role;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.mailinglist.StewardLink;
import org.sampan.mailserver.mailinglist.StewardLink.Purpose;
import org.sampan.mailserver.mailinglist.Stewards;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.PostLinks;

/** Links by which one moderator decides about one held post, and who holds one. Safe for many threads. */
final class HeldLinks {
    private final HeldPosts heldPosts;
    private final MailingLists lists;
    private final Stewards stewards;
    private final PostLinks pages;
    private final SigningKey key;

    @Inject
    HeldLinks(HeldPosts heldPosts, MailingLists lists, Stewards stewards, PostLinks pages, SigningKey key) {
        this.heldPosts = heldPosts;
        this.lists = lists;
        this.stewards = stewards;
        this.pages = pages;
        this.key = key;
    }

    /** @throws IllegalArgumentException when no such post was held */
    long number(PostId post) {
        return heldPosts.number(post).orElseThrow(() -> new IllegalArgumentException("no post " + post + " was held"));
    }

    Link of(PostId post, MailingList list, EmailAddress moderator) {
        String token = StewardLink.text(Purpose.HELD_POST, number(post), moderator, key);
        return new Link(
                token,
                pages.moderate(token),
                list.address().at(Role.MODERATE, token).written());
    }

    /** Empty when the text is none of ours, or its holder is no moderator, owner or operator any more. */
    Optional<Held> holder(String token) {
        return StewardLink.parse(token)
                .flatMap(link -> heldPosts
                        .numbered(link.number())
                        .flatMap(numbered -> lists.find(numbered.listId())
                                .flatMap(list -> link.holder(Purpose.HELD_POST, stewards.all(list), key)
                                        .flatMap(moderator -> heldPosts
                                                .find(list, numbered.id())
                                                .map(held -> new Held(held, list, moderator))))));
    }

    /**
     * The ways to decide.
     *
     * @param page web page
     * @param answer address for a reply
     */
    record Link(String token, String page, String answer) {}

    /** A held post and who may decide by the link. */
    record Held(HeldPost post, MailingList list, EmailAddress moderator) {}
}
