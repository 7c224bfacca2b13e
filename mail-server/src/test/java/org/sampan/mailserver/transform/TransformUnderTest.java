package org.sampan.mailserver.transform;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.TreeMap;
import org.sampan.mailserver.domain.DmarcPolicies;
import org.sampan.mailserver.domain.DmarcPolicy;
import org.sampan.mailserver.mailinglist.ListSettings;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.post.Copies;
import org.sampan.mailserver.post.Message;
import org.sampan.mailserver.post.Post;
import org.sampan.mailserver.post.PostLinks;
import org.sampan.mailserver.post.TestPosts;

/** All the steps in their order, with the real templates and a key that never changes. */
final class TransformUnderTest {
    static final String MARKER = "zmarkerzmarkerz1";
    static final SigningKey KEY = new SigningKey(new byte[32]);
    private static final Instant NOW = Instant.parse("2026-11-22T01:02:03Z");
    private static final PostLinks LINKS = new PostLinks(URI.create("https://lists.example"));

    private TransformUnderTest() {}

    static Transformations transformations(DmarcPolicies dmarc) {
        Path folder = Path.of("..", "templates", "footer").toAbsolutePath().normalize();
        return new Transformations(LINKS, KEY, dmarc, new ListTexts(folder, LINKS));
    }

    /** Of a file in {@code transform}. */
    static Copies copies(String name, ListSettings settings) {
        return transformations(domain -> DmarcPolicy.NONE).copies(rendering(received(name), settings));
    }

    static Message onlyCopy(String name, ListSettings settings) {
        return Message.parse(
                copies(name, settings).variants().values().iterator().next());
    }

    static Message sent(Message message, ListSettings settings, DmarcPolicies dmarc) {
        return Message.parse(transformations(dmarc)
                .copies(rendering(message, settings))
                .variants()
                .values()
                .iterator()
                .next());
    }

    static Message received(String name) {
        return Message.parse(TestPosts.file("/transform/" + name + ".eml"));
    }

    static Rendering rendering(Message message, ListSettings settings) {
        Post post = Post.of(TestPosts.list(settings), TestPosts.from(TestPosts.ALICE), message);
        return new Rendering(post, "", MARKER, NOW);
    }

    static byte[] asOneFile(Copies copies) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        new TreeMap<>(copies.variants()).forEach((language, message) -> {
            if (!language.isEmpty()) {
                String mark = language.equals(copies.fallbackLanguage()) ? " (fallback)" : "";
                file.writeBytes(("===== " + language + mark + " =====\r\n").getBytes(StandardCharsets.US_ASCII));
            }
            file.writeBytes(message);
        });
        return file.toByteArray();
    }
}
