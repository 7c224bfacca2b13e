package org.sampan.digest.listdigest;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sampan.digest.fixture.GoldenFile;
import org.sampan.digest.listdigest.NewListDigest.Period;
import org.sampan.digest.mailserver.DeliveryMode;
import org.sampan.digest.mailserver.ListAddress;
import org.sampan.digest.mailserver.MailingList;
import org.sampan.digest.mailserver.Post;
import org.sampan.digest.mailserver.PostId;

public class DigestTextTest {
    private static final ListAddress MEMBERS = new ListAddress("members@lists.example");
    private static final long MUCH = 1_000_000;
    private static final Instant MORNING = Instant.parse("2026-11-21T23:00:00Z");

    @Test
    void wholeDigestIsOneText() {
        GoldenFile.of(DigestTextTest.class, "digest_en.txt")
                .assertSame(text("en").whole(posts(), MUCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "th", "zh", "vi", "my", "km", "lo"})
    void titlesTellWhoWroteAboutWhatAndWhere(String language) {
        GoldenFile.of(DigestTextTest.class, "titles_" + language + ".txt")
                .assertSame(text(language).titles(posts()));
    }

    @Test
    void lineThatWouldEndAPostDoesNot() {
        Gathered tricky = post("aaaaaaaaaaaaaaaaaaaa", "Lines", "above\n" + "-".repeat(40) + "\nbelow\n");
        assertThat(text("en").whole(List.of(tricky), MUCH))
                .contains("above\n " + "-".repeat(40) + "\nbelow")
                .doesNotContain("above\n" + "-".repeat(40));
    }

    @Test
    void subjectCannotTurnRoundTheNameBehindIt() {
        Gathered tricky = post("aaaaaaaaaaaaaaaaaaaa", "\u202eשלום", "hello\n");
        assertThat(text("en").titles(List.of(tricky)))
                .contains("1. \u2068שלום\u2069 (")
                .doesNotContain("\u202e");
    }

    @Test
    void postThatIsTooMuchIsALink() {
        Gathered big = post("cccccccccccccccccccc", "Big", "much\n".repeat(1_000));
        List<Gathered> posts = List.of(posts().get(0), big, posts().get(1));
        assertThat(text("en").whole(posts, 1_000))
                .contains(
                        "The boat leaves at six.",
                        "http://news.example/lists/members/posts/cccccccccccccccccccc",
                        "ฝนตกหนัก")
                .doesNotContain("much");
    }

    @Test
    void subjectOfTwoLinesBeginsNoPostOfItsOwn() {
        Gathered tricky = post("aaaaaaaaaaaaaaaaaaaa", "Lines\n\n" + "-".repeat(30) + "\n\nFrom: Bob", "text\n");
        assertThat(text("en").whole(List.of(tricky), MUCH))
                .contains("Subject: Lines " + "-".repeat(30) + " From: Bob\n")
                .doesNotContain("\nFrom: Bob");
    }

    @ParameterizedTest
    @ValueSource(strings = {"my", "zh", "km", "lo", "th", "vi"})
    void everyLanguageHasEveryWord(String language) {
        assertThat(keys("words_" + language + ".properties")).isEqualTo(keys("words.properties"));
    }

    /** A digest of {@link #posts}. */
    public static ListDigest digest(DeliveryMode mode) {
        NewListDigest content = new NewListDigest(
                MEMBERS,
                mode,
                List.of("Asia/Bangkok", ""),
                new Period(MORNING.minusSeconds(86_400), MORNING),
                "2026-11-22");
        return new ListDigest(31, content, 1, 12, MORNING.plusSeconds(120));
    }

    public static MailingList list(String language) {
        return new MailingList(
                MEMBERS,
                "Members",
                "",
                MailingList.Visibility.PRIVATE,
                MailingList.Joining.CLOSED,
                MailingList.Posting.MEMBERS,
                "",
                language,
                1_000_000,
                41,
                Instant.parse("2026-01-01T00:00:00Z"),
                "off");
    }

    public static DigestText text(String language) {
        return new DigestText(
                digest(DeliveryMode.DAILY), list(language), DigestWords.in(language), ZoneId.of("Asia/Bangkok"));
    }

    public static List<Gathered> posts() {
        return List.of(
                post("aaaaaaaaaaaaaaaaaaaa", "Boats", "The boat leaves at six.\n\n-- \nAlice\n"),
                post("bbbbbbbbbbbbbbbbbbbb", "Re: Boats", "> The boat leaves at six.\n\nฝนตกหนัก I shall be late.\n"));
    }

    static Gathered post(String id, String subject, String body) {
        String message = "From: Alice <alice@farm.example>\r\nTo: members@lists.example\r\nSubject: "
                + subject.replace('\n', ' ')
                + "\r\nMessage-ID: <" + id + "@farm.example>\r\nDate: Sat, 21 Nov 2026 08:00:00 +0700\r\n"
                + "List-Id: <members.lists.example>\r\nReceived: from somewhere\r\nMIME-Version: 1.0\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
                + body.replace("\n", "\r\n");
        Post post = new Post(
                new PostId(id),
                MEMBERS,
                "<" + id + "@farm.example>",
                subject,
                "alice@farm.example",
                "Alice",
                Optional.empty(),
                Instant.parse("2026-11-21T01:00:00Z"),
                message.length(),
                URI.create("http://news.example/lists/members/posts/" + id));
        return new Gathered(post, message.getBytes(StandardCharsets.UTF_8));
    }

    private static Set<String> keys(String file) {
        Properties texts = new Properties();
        try (InputStream in = requireNonNull(DigestWords.class.getResourceAsStream(file), file)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TreeSet<>(texts.stringPropertyNames());
    }
}
