package org.sampan.mailserver.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.sampan.mailserver.transform.TransformUnderTest.copies;
import static org.sampan.mailserver.transform.TransformUnderTest.onlyCopy;
import static org.sampan.mailserver.transform.TransformUnderTest.received;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.TransformSettings;
import org.sampan.mailserver.mailinglist.TransformSettings.Attachments;
import org.sampan.mailserver.mailinglist.TransformSettings.FromRewriting;
import org.sampan.mailserver.mailinglist.TransformSettings.ReplyTo;
import org.sampan.mailserver.post.HeaderField;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Multipart;
import org.sampan.mailserver.post.TestPosts;

/** What each choice of a list's owners makes of a post: {@code transform/modes/*.sent}, written anew as in {@link GoldenPostsTest}. */
class GoldenModesTest {
    private static final Path FILES = Path.of("src", "test", "resources", "transform", "modes");
    private static final ListSettings PLAIN = TestPosts.MEMBERS;
    private static final ListSettings UNMODIFIED = PLAIN.with(TransformSettings.UNMODIFIED, true);
    private static final ListSettings ANONYMOUS = PLAIN.with(TransformSettings.ANONYMOUS, true);
    private static final ListSettings LINKS = PLAIN.with(TransformSettings.ATTACHMENTS, Attachments.LINKS);
    private static final ListSettings BY_TYPE = PLAIN.with(TransformSettings.ATTACHMENTS, Attachments.BY_TYPE);
    private static final Map<String, ListSettings> MODES = Map.of(
            "unmodified", UNMODIFIED,
            "anonymous", ANONYMOUS,
            "from-list", PLAIN.with(TransformSettings.REWRITE_FROM, FromRewriting.ALWAYS),
            "attachment-links", LINKS,
            "attachments-by-type", BY_TYPE,
            "no-footer", PLAIN.with(TransformSettings.FOOTER, false));

    static Stream<Arguments> goldens() {
        return Stream.of(
                Arguments.of("unmodified", "dkim-signed"),
                Arguments.of("unmodified", "html-only-base64"),
                Arguments.of("anonymous", "dkim-signed"),
                Arguments.of("anonymous", "signed-pgp-mime"),
                Arguments.of("anonymous", "gmail-alternative"),
                Arguments.of("from-list", "dkim-signed"),
                Arguments.of("from-list", "utf8-8bit-thai"),
                Arguments.of("attachment-links", "mixed-with-many-files"),
                Arguments.of("attachment-links", "attachment-only"),
                Arguments.of("attachment-links", "multilingual-with-pdf"),
                Arguments.of("attachments-by-type", "mixed-with-many-files"),
                Arguments.of("attachments-by-type", "signed-pgp-mime"),
                Arguments.of("no-footer", "plain-ascii"));
    }

    @ParameterizedTest
    @MethodSource("goldens")
    void readersGetWhatIsOnFile(String mode, String name) throws IOException {
        byte[] sent = TransformUnderTest.asOneFile(copies(name, mode(mode)));
        Path golden = FILES.resolve(mode + "." + name + ".sent");
        if (Boolean.getBoolean("golden.write")) {
            Files.createDirectories(FILES);
            Files.write(golden, sent);
        }
        assertThat(new String(sent, StandardCharsets.ISO_8859_1))
                .isEqualTo(Files.readString(golden, StandardCharsets.ISO_8859_1));
    }

    static Stream<Arguments> everything() throws IOException {
        List<String> names = GoldenPostsTest.names().toList();
        return MODES.keySet().stream().sorted().flatMap(mode -> names.stream().map(it -> Arguments.of(mode, it)));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void everyCopyOfEveryMailIsMarkedAndCanBeLeft(String mode, String name) {
        copies(name, mode(mode)).variants().values().forEach(bytes -> {
            Message message = Message.parse(bytes);
            assertThat(message.headers().all("X-Loop"))
                    .anyMatch(it -> it.value().equals("members@lists.example"));
            assertThat(message.headers().all("List-Id")).hasSize(1);
            assertThat(message.headers().all("List-Unsubscribe")).hasSize(1);
            assertThat(message.headers().all("From")).hasSizeLessThanOrEqualTo(1);
            assertThat(message.headers().all("Message-ID")).hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void unmodifiedPostKeepsEveryByteOfItsBodyAndEveryFieldOfItsAuthor(String name) {
        if (copies(name, UNMODIFIED).variants().size() > 1 || name.equals("headers-twice")) {
            return;
        }
        Message sent = onlyCopy(name, UNMODIFIED);
        Message received = received(name);
        assertThat(sent.body()).isEqualTo(received.body());
        for (String field : List.of("From", "To", "Subject", "Content-Type", "DKIM-Signature", "Reply-To")) {
            assertThat(texts(sent, field)).isEqualTo(texts(received, field));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void anonymousPostTellsNothingOfItsAuthorOutsideTheText(String name) {
        copies(name, ANONYMOUS).variants().values().forEach(bytes -> {
            Message sent = Message.parse(bytes);
            String headers = new String(sent.headers().bytes(), StandardCharsets.ISO_8859_1);
            assertThat(headers.replaceAll("(?m)^Subject:.*\r\n([ \t].*\r\n)*", ""))
                    .doesNotContain("harbour", "riverside", "strict.or.th", "192.0.2", "+0700", "Invented", "alice");
            assertThat(sent.headers().value("From")).isEqualTo("Members <members@lists.example>");
        });
    }

    /** A signature is over bytes: those of the first part. */
    @ParameterizedTest
    @MethodSource("signed")
    void signedPartKeepsEveryByteInEveryMode(String name) {
        byte[] signed = signedPart(received(name)).bytes();
        for (ListSettings mode : List.of(PLAIN, UNMODIFIED, LINKS, BY_TYPE, mode("from-list"))) {
            Message sent = onlyCopy(name, mode);
            assertThat(signedPart(sent).bytes()).isEqualTo(signed);
        }
    }

    static Stream<String> names() throws IOException {
        return GoldenPostsTest.names();
    }

    static Stream<String> signed() {
        return Stream.of("signed-smime", "signed-pgp-mime");
    }

    @Test
    void replyToIsWhatTheOwnersChose() {
        ListSettings other = PLAIN.with(TransformSettings.REPLY_TO, ReplyTo.ADDRESS)
                .with(TransformSettings.REPLY_TO_ADDRESS, "office@lists.example");
        assertThat(replyTo(PLAIN)).isEmpty();
        assertThat(replyTo(PLAIN.with(TransformSettings.REPLY_TO, ReplyTo.LIST)))
                .isEqualTo("members@lists.example");
        assertThat(replyTo(PLAIN.with(TransformSettings.REPLY_TO, ReplyTo.BOTH)))
                .endsWith("alice@harbour.example>, members@lists.example");
        assertThat(replyTo(other)).isEqualTo("office@lists.example");
    }

    @Test
    void authorStaysReachableWhenThePostComesFromTheList() {
        ListSettings fromList = mode("from-list");
        assertThat(replyTo(fromList)).contains("alice@harbour.example");
        Message toList = onlyCopy("plain-ascii", fromList.with(TransformSettings.REPLY_TO, ReplyTo.LIST));
        assertThat(toList.headers().value("Reply-To")).isEqualTo("members@lists.example");
        assertThat(toList.headers().value("Cc")).contains("alice@harbour.example");
        assertThat(toList.headers().value("From")).endsWith(" via Members <members@lists.example>");
    }

    private static String replyTo(ListSettings settings) {
        return onlyCopy("plain-ascii", settings).headers().value("Reply-To");
    }

    private static List<String> texts(Message message, String field) {
        return message.headers().all(field).map(HeaderField::value).limit(1).toList();
    }

    private static Message signedPart(Message message) {
        Multipart parts = Multipart.read(message).orElseThrow();
        return message.contentType().is("multipart/signed")
                ? parts.parts().get(0)
                : signedPart(parts.parts().get(0));
    }

    private static ListSettings mode(String name) {
        return java.util.Objects.requireNonNull(MODES.get(name));
    }
}
