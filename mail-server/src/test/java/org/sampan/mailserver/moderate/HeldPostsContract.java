package org.sampan.mailserver.moderate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.ALICE;
import static org.sampan.mailserver.post.TestPosts.HTUN;
import static org.sampan.mailserver.post.TestPosts.post;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.MailingList;
import org.sampan.mailserver.moderate.HeldPosts.Approved;
import org.sampan.mailserver.post.Envelope;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.Reason;
import org.sampan.mailserver.post.TestPosts;

/** What every {@link HeldPosts} promises. */
public interface HeldPostsContract {
    Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    /** The posts under test; none at the start of each test. */
    HeldPosts heldPosts();

    MailingList list();

    MailingList otherList();

    @Test
    default void heldPostWaitsAsItCame() {
        Post post = post(list(), ALICE);
        HeldPost held = heldPosts().hold(post, Reason.of("not-secretariat"));
        assertThat(held)
                .isEqualTo(new HeldPost(
                        post.id(),
                        list().address(),
                        "alice@harbour.example",
                        "Monday",
                        Reason.of("not-secretariat"),
                        held.heldAt(),
                        post.message().size(),
                        Optional.empty()));
        assertThat(heldPosts().waiting(list())).containsExactly(held);
        assertThat(heldPosts().waiting(otherList())).isEmpty();
        assertThat(heldPosts().find(otherList(), post.id())).isEmpty();
        Post kept = heldPosts().post(list(), post.id()).orElseThrow();
        assertThat(kept.message().bytes()).isEqualTo(post.message().bytes());
        assertThat(kept.envelope()).isEqualTo(post.envelope());
        assertThat(kept.id()).isEqualTo(post.id());
    }

    @Test
    default void envelopeOfAnAccountIsKept() {
        Envelope account = new Envelope(Optional.empty(), Optional.of("secretariat@lists.example"));
        Post post = Post.of(list(), account, TestPosts.mailFrom(ALICE));
        heldPosts().hold(post, Reason.of("x"));
        assertThat(heldPosts().post(list(), post.id()).orElseThrow().envelope()).isEqualTo(account);
    }

    @Test
    default void heldTwiceWaitsOnce() {
        heldPosts().hold(post(list(), ALICE), Reason.of("first"));
        HeldPost again = heldPosts().hold(post(list(), ALICE), Reason.of("second"));
        assertThat(again.reason()).isEqualTo(Reason.of("first"));
        assertThat(heldPosts().waiting(list())).hasSize(1);
    }

    @Test
    default void firstDecisionCounts() {
        Post post = post(list(), ALICE);
        heldPosts().hold(post, Reason.of("x"));
        assertThat(heldPosts().decide(otherList(), post.id(), decision(Decision.Kind.APPROVED)))
                .isFalse();
        assertThat(heldPosts().decide(list(), post.id(), decision(Decision.Kind.REJECTED)))
                .isTrue();
        assertThat(heldPosts().decide(list(), post.id(), decision(Decision.Kind.APPROVED)))
                .isFalse();
        assertThat(heldPosts().find(list(), post.id()).orElseThrow().decided())
                .contains(decision(Decision.Kind.REJECTED));
        assertThat(heldPosts().waiting(list())).isEmpty();
        assertThat(heldPosts().hold(post, Reason.of("x")).decided()).isPresent();
    }

    @Test
    default void nobodyDecidesWhatWasNeverHeld() {
        assertThat(heldPosts().decide(list(), post(list(), ALICE).id(), decision(Decision.Kind.APPROVED)))
                .isFalse();
    }

    @Test
    default void approvedPostIsToBeReleasedOnce() {
        Post approved = post(list(), ALICE);
        Post rejected = post(list(), HTUN);
        heldPosts().hold(approved, Reason.of("x"));
        heldPosts().hold(rejected, Reason.of("x"));
        assertThat(heldPosts().toRelease()).isEmpty();
        heldPosts().decide(list(), approved.id(), decision(Decision.Kind.APPROVED));
        heldPosts().decide(list(), rejected.id(), decision(Decision.Kind.REJECTED));
        assertThat(heldPosts().toRelease()).containsExactly(new Approved(list().id(), approved.id(), "Kanya"));
        heldPosts().markReleased(approved.id());
        assertThat(heldPosts().toRelease()).isEmpty();
    }

    @Test
    default void moderatorsAreToldOnceAndNotAfterADecision() {
        Post told = post(list(), ALICE);
        Post decided = post(list(), HTUN);
        heldPosts().hold(told, Reason.of("x"));
        heldPosts().hold(decided, Reason.of("x"));
        assertThat(heldPosts().needsNotice(told.id())).isTrue();
        heldPosts().markNotified(told.id());
        assertThat(heldPosts().needsNotice(told.id())).isFalse();
        heldPosts().decide(list(), decided.id(), decision(Decision.Kind.DISCARDED));
        assertThat(heldPosts().needsNotice(decided.id())).isFalse();
    }

    @Test
    default void postIsFoundByItsNumber() {
        Post post = post(list(), ALICE);
        assertThat(heldPosts().number(post.id())).isEmpty();
        heldPosts().hold(post, Reason.of("x"));
        long number = heldPosts().number(post.id()).orElseThrow();
        assertThat(heldPosts().numbered(number)).contains(new HeldPosts.Place(list().id(), post.id()));
        assertThat(heldPosts().numbered(number + 1)).isEmpty();
        assertThat(heldPosts().count()).isEqualTo(1);
    }

    @Test
    default void stepIsTakenByOneNodeOnly() {
        Post post = post(list(), ALICE);
        heldPosts().hold(post, Reason.of("x"));
        assertThat(heldPosts().due(NINE, 10)).isEmpty();
        heldPosts().markNotified(post.id());
        HeldPosts.Step first = heldPosts().due(NINE, 10).get(0);
        assertThat(first.at()).isEmpty();
        assertThat(heldPosts().take(first, 1, NINE.plusSeconds(60))).isTrue();
        assertThat(heldPosts().take(first, 1, NINE.plusSeconds(60))).isFalse();
        assertThat(heldPosts().due(NINE, 10)).isEmpty();
        HeldPosts.Step second = heldPosts().due(NINE.plusSeconds(60), 10).get(0);
        assertThat(second.taken()).isEqualTo(1);
        heldPosts().decide(list(), post.id(), decision(Decision.Kind.DISCARDED));
        assertThat(heldPosts().take(second, 2, NINE.plusSeconds(120))).isFalse();
        assertThat(heldPosts().due(NINE.plusSeconds(60), 10)).isEmpty();
    }

    @Test
    default void acceptedPostIsReleasedAsAnApprovedOneIs() {
        Post post = post(list(), ALICE);
        heldPosts().hold(post, Reason.of("x"));
        heldPosts().decide(list(), post.id(), decision(Decision.Kind.ACCEPTED));
        assertThat(heldPosts().toRelease()).containsExactly(new Approved(list().id(), post.id(), "Kanya"));
    }

    @Test
    default void authorWhomACrashKeptFromBeingToldIsFound() {
        Post rejected = post(list(), ALICE);
        Post lapsed = post(list(), HTUN);
        heldPosts().hold(rejected, Reason.of("x"));
        heldPosts().hold(lapsed, Reason.of("x"));
        heldPosts().decide(list(), rejected.id(), decision(Decision.Kind.REJECTED));
        heldPosts().decide(list(), lapsed.id(), decision(Decision.Kind.EXPIRED));
        assertThat(heldPosts().untoldAuthors(NINE)).isEmpty();
        assertThat(heldPosts().untoldAuthors(NINE.plusSeconds(1))).hasSize(2);
        heldPosts().markAuthorTold(rejected.id());
        assertThat(heldPosts().untoldAuthors(NINE.plusSeconds(1)))
                .containsExactly(new HeldPosts.Place(list().id(), lapsed.id()));
    }

    private static Decision decision(Decision.Kind kind) {
        return new Decision(kind, "Kanya", "Please write to the secretariat.", NINE);
    }
}
