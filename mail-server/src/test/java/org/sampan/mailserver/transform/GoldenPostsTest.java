package org.sampan.mailserver.transform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.james.mime4j.dom.BinaryBody;
import org.apache.james.mime4j.dom.Body;
import org.apache.james.mime4j.dom.Entity;
import org.apache.james.mime4j.dom.Multipart;
import org.apache.james.mime4j.dom.TextBody;
import org.apache.james.mime4j.message.DefaultMessageBuilder;
import org.apache.james.mime4j.stream.MimeConfig;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sampan.mailserver.domain.DmarcPolicy;
import org.sampan.mailserver.post.Copies;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.TestPosts;

/**
 * Mail of many programs as it comes ({@code transform/*.eml}) and as readers get it ({@code *.sent}). With
 * {@code -Dgolden.write=true} the second are written anew; read the difference before committing it.
 */
class GoldenPostsTest {
    private static final Path FILES = Path.of("src", "test", "resources", "transform");
    private static final String MARKER = "zmarkerzmarkerz1";
    private static final Transformations TRANSFORMATIONS =
            TransformUnderTest.transformations(domain -> DmarcPolicy.NONE);

    static Stream<String> names() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            return files
                    .map(it -> it.getFileName().toString())
                    .filter(it -> it.endsWith(".eml"))
                    .map(it -> it.substring(0, it.length() - 4))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void readersGetWhatIsOnFile(String name) throws IOException {
        byte[] sent = TransformUnderTest.asOneFile(copies(name));
        Path golden = FILES.resolve(name + ".sent");
        if (Boolean.getBoolean("golden.write")) {
            Files.write(golden, sent);
        }
        assertThat(new String(sent, StandardCharsets.ISO_8859_1))
                .isEqualTo(Files.readString(golden, StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyCopyCanBeLeftByOneClickAndIsKnownAgain(String name) {
        copies(name).variants().values().forEach(bytes -> {
            Message message = Message.parse(bytes);
            assertThat(message.headers().all("List-Unsubscribe"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.value())
                            .isEqualTo("<https://lists.example/leave/" + MARKER + "L>, <mailto:members-leave+" + MARKER
                                    + "L@lists.example>"));
            assertThat(message.headers().value("List-Unsubscribe-Post")).isEqualTo("List-Unsubscribe=One-Click");
            assertThat(message.headers().all("List-Id")).hasSize(1);
            assertThat(message.headers().all("X-Loop"))
                    .anyMatch(it -> it.value().equals("members@lists.example"));
            assertThat(message.headers().all("Message-ID")).hasSize(1);
            assertThat(message.headers().all("Date")).hasSize(1);
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void noLineIsTooLongAndEachHasItsCrlf(String name) {
        copies(name).variants().values().forEach(bytes -> {
            String text = new String(bytes, StandardCharsets.ISO_8859_1).replace(MARKER + "L", "x".repeat(38));
            assertThat(text.split("\r\n", -1)).allMatch(line -> line.length() <= 998);
            assertThat(text.replace("\r\n", "")).doesNotContain("\n", "\r");
        });
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTextStillReadsAsItWasWritten(String name) throws Exception {
        assertEveryTextIsIn(copies(name), name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyTextStillReadsAsItWasWrittenAboveAThaiFooter(String name) throws Exception {
        Copies copies = copies(name, "th");
        assertEveryTextIsIn(copies, name);
        if (copies.variants().size() == 1) {
            byte[] variant = copies.variants().values().iterator().next();
            assertThat(texts(variant).values())
                    .allMatch(text -> !text.contains("/leave/")
                            || text.contains("ออกจากกลุ่ม: https://lists.example/leave/" + MARKER + "L"));
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void postThatIsTheSameForAllNamesNobodysOwnLink(String name) throws Exception {
        Copies copies = TRANSFORMATIONS.copies(new Rendering(post(name), "", "", Instant.EPOCH));
        assertThat(copies.neutral()).isEqualTo(copies.variants());
        for (byte[] variant : copies.variants().values()) {
            Message sent = Message.parse(variant);
            assertThat(sent.headers().value("List-Unsubscribe")).isEqualTo("<mailto:members-leave@lists.example>");
            assertThat(sent.headers().has("List-Unsubscribe-Post")).isFalse();
            assertThat(texts(variant).values())
                    .allMatch(
                            it -> !it.contains("Leave the list:") || it.contains("mailto:members-leave@lists.example"));
        }
        assertEveryTextIsIn(copies, name);
    }

    private static void assertEveryTextIsIn(Copies copies, String name) throws Exception {
        if (copies.variants().size() > 1) {
            return;
        }
        Map<Integer, String> before = texts(post(name).message().bytes());
        String after = String.join(
                "\n", texts(copies.variants().values().iterator().next()).values());
        assertThat(before.values()).allMatch(text -> after.contains(text.strip()));
    }

    private static Copies copies(String name) {
        return copies(name, "");
    }

    private static Copies copies(String name, String language) {
        Instant now = Instant.parse("2026-11-22T01:02:03Z");
        return TRANSFORMATIONS.copies(new Rendering(post(name), language, MARKER, now));
    }

    private static Post post(String name) {
        return Post.of(
                TestPosts.list(TestPosts.MEMBERS),
                TestPosts.from(TestPosts.ALICE),
                Message.parse(TestPosts.file("/transform/" + name + ".eml")));
    }

    /** What a mail program shows: every text leaf that is no page, read by a MIME parser that is not ours. */
    private static Map<Integer, String> texts(byte[] message) throws Exception {
        Map<Integer, String> texts = new TreeMap<>();
        DefaultMessageBuilder parser = new DefaultMessageBuilder();
        parser.setMimeEntityConfig(MimeConfig.PERMISSIVE);
        gather(parser.parseMessage(new ByteArrayInputStream(message)), texts);
        return texts;
    }

    private static void gather(Entity entity, Map<Integer, String> texts) throws IOException {
        Body body = entity.getBody();
        if (body instanceof Multipart multipart) {
            for (Entity part : multipart.getBodyParts()) {
                gather(part, texts);
            }
        } else if (body instanceof org.apache.james.mime4j.dom.Message inner) {
            gather(inner, texts);
        } else if (body instanceof TextBody text && "text/plain".equals(entity.getMimeType())) {
            texts.put(texts.size(), read(text));
        } else if (body instanceof BinaryBody binary) {
            texts.put(texts.size(), Arrays.toString(binary.getInputStream().readAllBytes()));
        }
    }

    private static String read(TextBody text) throws IOException {
        try (Reader reader = text.getReader()) {
            StringWriter all = new StringWriter();
            reader.transferTo(all);
            return all.toString();
        }
    }
}
