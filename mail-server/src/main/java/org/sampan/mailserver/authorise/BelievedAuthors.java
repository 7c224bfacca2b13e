package org.sampan.mailserver.authorise;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.sampan.mailserver.mailinglist.AcceptedSenders;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.ListSettings.Posting;
import org.sampan.mailserver.mailinglist.PostingSettings;
import org.sampan.mailserver.mailinglist.PostingSettings.SenderProof;
import org.sampan.mailserver.membership.Members;
import org.sampan.mailserver.membership.Persons;
import org.sampan.mailserver.membership.Subscription;
import org.sampan.mailserver.post.Author;
import org.sampan.mailserver.post.Post;

/**
 * The only way by which rules ask who is a member. Where a list wants proof and a post has none, nobody is asked: so what happens to
 * a forged post, and how long it takes, cannot depend on whether its From is a member. Safe for many threads.
 */
final class BelievedAuthors {
    private final Members members;
    private final Persons persons;
    private final AcceptedSenders accepted;

    BelievedAuthors(Members members, Persons persons, AcceptedSenders accepted) {
        this.members = members;
        this.persons = persons;
        this.accepted = accepted;
    }

    /** Whether From is to be taken for true. */
    static boolean isBelieved(Post post) {
        return post.list().settings().get(PostingSettings.SENDER_PROOF) == SenderProof.OFF
                || post.envelope().isAuthenticated()
                || post.envelope().proof().isGoodFor(post.list(), post.message().headers());
    }

    /** Whether everybody in From is on the list: everybody answers for a post. */
    boolean areMembers(Post post) {
        return isBelieved(post)
                && !post.authors().isEmpty()
                && post.authors().stream().allMatch(it -> subscription(post, it).isPresent());
    }

    /**
     * Whether a moderator has let everybody in From post from now on. Where the secretariat speaks, From alone is never enough, whatever
     * the list wants of members.
     */
    boolean areAccepted(Post post) {
        boolean believed = post.list().settings().posting() == Posting.SECRETARIAT
                ? post.envelope().isAuthenticated()
                        || post.envelope()
                                .proof()
                                .isGoodFor(post.list(), post.message().headers())
                : isBelieved(post);
        return believed
                && !post.authors().isEmpty()
                && post.authors().stream().allMatch(it -> accepted.isAccepted(post.list(), it.email()));
    }

    /** Of those in From who are on the list. */
    List<Subscription> subscriptions(Post post) {
        return isBelieved(post)
                ? post.authors().stream()
                        .flatMap(it -> subscription(post, it).stream())
                        .toList()
                : List.of();
    }

    /** From where a member writes. */
    List<EmailAddress> addresses(Subscription subscription) {
        EmailAddress own = subscription.person().email();
        return Stream.concat(Stream.of(own), persons.otherAddresses(own).stream())
                .toList();
    }

    /** By the address that gets the list's mail, or another the person confirmed. */
    private Optional<Subscription> subscription(Post post, Author author) {
        return members.find(post.list(), author.email())
                .or(() -> persons.writingFrom(author.email()).flatMap(it -> members.find(post.list(), it.email())));
    }
}
