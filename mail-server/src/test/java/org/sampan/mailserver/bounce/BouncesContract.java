package org.sampan.mailserver.bounce;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.post.TestPosts;
import org.sampan.mailserver.report.FailureKind;

/** What every {@link Bounces} promises. */
interface BouncesContract {
    Bounces bounces();

    /** With Alice on two lists, and nothing that came back. */
    BouncesUnderTest under();

    @Test
    default void oneCopyComesBackOnce() {
        assertThat(bounces().add(bounce(1, FailureKind.HARD))).isTrue();
        assertThat(bounces().add(bounce(1, FailureKind.HARD))).isFalse();
        assertThat(bounces().seen(TestPosts.ALICE)).singleElement().satisfies(it -> {
            assertThat(it.list()).isEqualTo("members@lists.example");
            assertThat(it.kind()).isEqualTo("hard");
            assertThat(it.reply()).isEqualTo("550 because of HARD");
            assertThat(it.points()).isZero();
        });
    }

    @Test
    default void nobodysCopyIsNotKept() {
        assertThat(bounces().add(new Bounce(under().alice + 999, under().first.id(), 1, failure(), "x.example", now())))
                .isFalse();
    }

    @Test
    default void weightOfABounceIsShown() {
        bounces().add(bounce(1, FailureKind.SOFT));
        bounces().weigh(bounce(1, FailureKind.SOFT), 0.25);
        assertThat(bounces().seen(TestPosts.ALICE).get(0).points()).isEqualTo(0.25);
    }

    @Test
    default void excusedOnesAreAStormFromThenOn() {
        bounces().add(bounce(1, FailureKind.HARD));
        bounces().weigh(bounce(1, FailureKind.HARD), 1);
        assertThat(bounces().isStorm(bounce(1, FailureKind.HARD))).isFalse();
        assertThat(bounces().excuse(bounce(1, FailureKind.HARD)))
                .singleElement()
                .satisfies(it -> assertThat(it.weight()).isEqualTo(1));
        assertThat(bounces().isStorm(bounce(1, FailureKind.HARD))).isTrue();
        assertThat(bounces().isStorm(bounce(1, FailureKind.SOFT))).isFalse();
        assertThat(bounces().excuse(bounce(1, FailureKind.HARD))).isEmpty();
        assertThat(bounces().firstStorm("harbour.example", FailureKind.HARD, now().minusSeconds(60)))
                .isPresent();
    }

    @Test
    default void whatIsLongAgoIsForgotten() {
        bounces().add(bounce(1, FailureKind.HARD));
        under().clock.advance(Duration.ofDays(181));
        bounces().forget(Duration.ofDays(180));
        assertThat(bounces().seen(TestPosts.ALICE)).isEmpty();
    }

    private Bounce bounce(long delivery, FailureKind kind) {
        return new Bounce(
                under().alice, under().first.id(), delivery, BouncesUnderTest.failure(kind), "harbour.example", now());
    }

    private static org.sampan.mailserver.report.Failure failure() {
        return BouncesUnderTest.failure(FailureKind.HARD);
    }

    private Instant now() {
        return under().clock.instant();
    }
}
