package org.sampan.mailserver.post;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.post.TestPosts.ALICE;
import static org.sampan.mailserver.post.TestPosts.from;
import static org.sampan.mailserver.post.TestPosts.message;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sampan.mailserver.mailinglist.MailingList;

/** What every {@link PostArchive} promises. */
public interface PostArchiveContract {
    Instant NINE = Instant.parse("2026-11-22T09:00:00Z");

    /** The archive under test; empty at the start of each test. */
    PostArchive archive();

    MailingList list();

    MailingList otherList();

    @Test
    default void storedPostIsFoundAsItWas() {
        Post post = post(1, "In-Reply-To: <0@harbour.example>");
        archive().store(post, NINE, Map.of("", "as sent".getBytes(UTF_8)));
        assertThat(archive().find(list(), post.id()))
                .contains(new ArchivedPost(
                        post.id(),
                        list().address(),
                        "<1@harbour.example>",
                        Optional.of("<0@harbour.example>"),
                        "Alice@harbour.example",
                        "Alice Chan",
                        "ประชุม",
                        NINE,
                        post.message().size()));
        assertThat(archive().received(list(), post.id()).orElseThrow())
                .isEqualTo(post.message().bytes());
        assertThat(archive().sent(list(), post.id(), ""))
                .hasValueSatisfying(it -> assertThat(it).asString().isEqualTo("as sent"));
    }

    @Test
    default void postsOfAnAuthorAreCountedOnceTheyAreSent() {
        for (int i = 1; i <= 3; i++) {
            archive().store(post(i), NINE, Map.of());
        }
        assertThat(archive().countBy(list(), ALICE, 10)).isZero();
        for (int i = 1; i <= 3; i++) {
            archive().markFannedOut(post(i).id());
        }
        assertThat(archive().countBy(list(), ALICE, 10)).isEqualTo(3);
        assertThat(archive().countBy(list(), ALICE, 2)).isEqualTo(2);
        assertThat(archive().countBy(otherList(), ALICE, 10)).isZero();
    }

    @Test
    default void postIsOfItsOwnListOnly() {
        Post post = post(1);
        archive().store(post, NINE, Map.of("", new byte[0]));
        assertThat(archive().find(otherList(), post.id())).isEmpty();
        assertThat(archive().received(otherList(), post.id())).isEmpty();
        assertThat(archive().sent(otherList(), post.id(), "")).isEmpty();
    }

    @Test
    default void storingAgainChangesNothing() {
        Post post = post(1);
        archive().store(post, NINE, Map.of("", "first".getBytes(UTF_8)));
        archive().store(post, NINE.plusSeconds(60), Map.of("", "second".getBytes(UTF_8), "th", new byte[0]));
        assertThat(archive().find(list(), post.id()).orElseThrow().receivedAt()).isEqualTo(NINE);
        assertThat(archive().sent(list(), post.id(), "th").orElseThrow())
                .asString()
                .isEqualTo("first");
    }

    @Test
    default void postIsFannedOutOnlyWhenMarked() {
        Post post = post(1);
        assertThat(archive().isFannedOut(post.id())).isFalse();
        archive().store(post, NINE, Map.of("", new byte[0]));
        assertThat(archive().isFannedOut(post.id())).isFalse();
        archive().markFannedOut(post.id());
        assertThat(archive().isFannedOut(post.id())).isTrue();
    }

    @Test
    default void variantOfTheLanguageIsFound() {
        Post post = post(1);
        archive().store(post, NINE, Map.of("en", "hello".getBytes(UTF_8), "th", "สวัสดี".getBytes(UTF_8)));
        assertThat(archive().sent(list(), post.id(), "th").orElseThrow())
                .asString(UTF_8)
                .isEqualTo("สวัสดี");
        assertThat(archive().sent(list(), post.id(), "km").orElseThrow())
                .asString(UTF_8)
                .isEqualTo("hello");
    }

    @Test
    default void pagesGoFromTheNewestBack() {
        for (int i = 1; i <= 5; i++) {
            archive().store(post(i), NINE.plusSeconds(i / 2), Map.of("", new byte[0]));
        }
        List<ArchivedPost> all = archive().page(list(), page(Optional.empty(), Optional.empty(), 100));
        assertThat(all).hasSize(5).extracting(ArchivedPost::receivedAt).isSortedAccordingTo((a, b) -> b.compareTo(a));
        List<ArchivedPost> first = archive().page(list(), page(Optional.empty(), Optional.empty(), 2));
        List<ArchivedPost> second =
                archive().page(list(), page(Optional.of(first.get(1).id()), Optional.empty(), 100));
        assertThat(first).isEqualTo(all.subList(0, 2));
        assertThat(second).isEqualTo(all.subList(2, 5));
        assertThat(archive().page(list(), page(Optional.empty(), Optional.of(NINE.plusSeconds(2)), 100)))
                .hasSize(2);
        assertThat(archive().page(otherList(), page(Optional.empty(), Optional.empty(), 100)))
                .isEmpty();
    }

    private Post post(int number, String... headers) {
        return Post.of(
                list(),
                from(ALICE),
                message(
                        "From: Alice Chan <Alice@harbour.example>",
                        "Subject: =?TIS-620?B?u8PQqtjB?=",
                        "Message-ID: <" + number + "@harbour.example>",
                        String.join("\r\n", headers),
                        "",
                        "x"));
    }

    private static PostArchive.Page page(Optional<PostId> after, Optional<Instant> since, int limit) {
        return new PostArchive.Page(after, since, limit);
    }
}
