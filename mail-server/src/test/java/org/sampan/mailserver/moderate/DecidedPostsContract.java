package org.sampan.mailserver.moderate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.ALICE;
import static org.sampan.mailserver.post.TestPosts.HTUN;
import static org.sampan.mailserver.post.TestPosts.post;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.EmailAddress;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;

/** What every {@link DecidedPosts} promises. */
public interface DecidedPostsContract {
    Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    DecidedPosts decidedPosts();

    /** Over the same; none at the start of each test. */
    HeldPosts heldPosts();

    MailingList list();

    MailingList otherList();

    @Test
    default void decisionsAreListedLatestFirstPageByPage() {
        Post first = decided(ALICE, Decision.Kind.APPROVED, NINE);
        Post second = decided(HTUN, Decision.Kind.REJECTED, NINE.plusSeconds(1));
        heldPosts().hold(post(list(), new EmailAddress("waits@farm.example")), Reason.of("x"));
        assertThat(decidedPosts().page(list(), Optional.empty(), 10))
                .extracting(HeldPost::id)
                .containsExactly(second.id(), first.id());
        assertThat(decidedPosts().page(list(), Optional.empty(), 1))
                .extracting(HeldPost::id)
                .containsExactly(second.id());
        assertThat(decidedPosts().page(list(), Optional.of(second.id()), 10))
                .extracting(HeldPost::id)
                .containsExactly(first.id());
        assertThat(decidedPosts().page(otherList(), Optional.empty(), 10)).isEmpty();
        assertThat(decidedPosts().page(list(), Optional.empty(), 1).get(0).decided())
                .contains(new Decision(Decision.Kind.REJECTED, "Kanya", "", NINE.plusSeconds(1)));
    }

    @Test
    default void textIsForgottenAndWhoDecidedIsNot() {
        Post old = decided(ALICE, Decision.Kind.DISCARDED, NINE);
        Post young = decided(HTUN, Decision.Kind.DISCARDED, NINE.plus(Duration.ofDays(2)));
        assertThat(decidedPosts().forgetTexts(otherList(), NINE.plus(Duration.ofDays(1))))
                .isZero();
        assertThat(decidedPosts().forgetTexts(list(), NINE.plus(Duration.ofDays(1))))
                .isEqualTo(1);
        assertThat(decidedPosts().forgetTexts(list(), NINE.plus(Duration.ofDays(1))))
                .isZero();
        assertThat(heldPosts().post(list(), old.id())).isEmpty();
        assertThat(heldPosts().post(list(), young.id())).isPresent();
        assertThat(heldPosts().find(list(), old.id()).orElseThrow().decided()).isPresent();
        assertThat(heldPosts().hold(old, Reason.of("again")).decided()).isPresent();
    }

    @Test
    default void whatIsStillToBeDoneKeepsItsText() {
        Post approved = decided(ALICE, Decision.Kind.APPROVED, NINE);
        Post rejected = decided(HTUN, Decision.Kind.REJECTED, NINE);
        heldPosts().hold(post(list(), new EmailAddress("waits@farm.example")), Reason.of("x"));
        Instant later = NINE.plus(Duration.ofDays(400));
        assertThat(decidedPosts().forgetTexts(list(), later)).isZero();
        heldPosts().markReleased(approved.id());
        assertThat(decidedPosts().forgetTexts(list(), later)).isEqualTo(1);
        heldPosts().markAuthorTold(rejected.id());
        assertThat(decidedPosts().forgetTexts(list(), later)).isEqualTo(1);
    }

    private Post decided(EmailAddress author, Decision.Kind kind, Instant at) {
        Post post = post(list(), author);
        heldPosts().hold(post, Reason.of("x"));
        heldPosts().decide(list(), post.id(), new Decision(kind, "Kanya", "", at));
        return post;
    }
}
