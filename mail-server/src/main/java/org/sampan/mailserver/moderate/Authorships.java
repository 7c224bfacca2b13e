package org.sampan.mailserver.moderate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.inject.Inject;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingLists;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.notice.ModerationContent;
import org.sampan.mailserver.notice.Notice;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostId;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.post.Reason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where only the secretariat posts, From alone lets nobody speak for it: the post is held, and whoever From names is asked by mail, if
 * that is somebody who may. The link in that mail is the proof, since only its addressee has it. Safe for many threads and nodes.
 */
final class Authorships {
    private static final Logger LOGGER = LoggerFactory.getLogger(Authorships.class);
    /** Held for anything else, a post is for a moderator to decide about, whoever wrote it. */
    private static final Reason WAITS_FOR_ITS_AUTHOR = Reason.of("not-secretariat");

    private static final Duration VALID = Duration.ofDays(3);

    private final HeldPosts heldPosts;
    private final Moderation moderation;
    private final MailingLists lists;
    private final Speakers speakers;
    private final AuthorshipNotices notices;
    private final SigningKey key;
    private final PostLinks links;
    private final Clock clock;

    @Inject
    Authorships(
            HeldPosts heldPosts,
            Moderation moderation,
            MailingLists lists,
            Speakers speakers,
            AuthorshipNotices notices,
            SigningKey key,
            PostLinks links,
            Clock clock) {
        this.heldPosts = heldPosts;
        this.moderation = moderation;
        this.lists = lists;
        this.speakers = speakers;
        this.notices = notices;
        this.key = key;
        this.links = links;
        this.clock = clock;
    }

    /**
     * A post somebody is asked about.
     *
     * @param decided somebody has decided about it, whatever it was
     */
    record Authorship(Post post, EmailAddress author, String language, Instant expiresAt, boolean decided) {}

    /** Asks the author of a held post, where that can make a difference. */
    void ask(HeldPost held, Post post) {
        speakers.of(post).filter(it -> isForAuthor(held)).ifPresent(author -> {
            AuthorshipToken token = AuthorshipToken.of(post.id(), clock.instant(), VALID);
            Notice notice = Notice.of(
                    post.list(),
                    author,
                    speakers.language(post.list(), author),
                    new ModerationContent.ConfirmAuthorship(
                            post.subject(), links.authorship(token.text(key)), token.expiresAt()));
            if (notices.send(notice)) {
                LOGGER.info("event=author-asked list={} post={}", post.list().id(), post.id());
            }
        });
    }

    /** Changes nothing. Empty when the token is none of ours, or has expired. */
    Optional<Authorship> find(String token) {
        return AuthorshipToken.parse(token, key, clock.instant())
                .flatMap(known -> held(known.post()).flatMap(post -> authorship(known, post)));
    }

    /**
     * Lets the post pass in its author's name; when it was decided about already, nothing happens.
     *
     * @return as it was before
     */
    Optional<Authorship> confirm(String token) {
        Optional<Authorship> asked = find(token);
        asked.filter(it -> !it.decided())
                .ifPresent(it -> moderation.decide(
                        it.post().list(),
                        it.post().id(),
                        Decision.Kind.APPROVED,
                        it.author().written(),
                        Rejection.NONE));
        return asked;
    }

    private Optional<Authorship> authorship(AuthorshipToken token, Post post) {
        Optional<HeldPost> held = heldPosts.find(post.list(), post.id()).filter(Authorships::isForAuthor);
        boolean waits = held.filter(it -> it.decided().isEmpty()).isPresent();
        return speakers.of(post)
                .filter(it -> held.isPresent())
                .map(it -> new Authorship(post, it, speakers.language(post.list(), it), token.expiresAt(), !waits));
    }

    private static boolean isForAuthor(HeldPost held) {
        return held.reason().equals(WAITS_FOR_ITS_AUTHOR);
    }

    /** The post's name does not say of which list it is; there are few. */
    private Optional<Post> held(PostId id) {
        return lists.all().stream()
                .flatMap(list -> heldPosts.post(list, id).stream())
                .findFirst();
    }
}
