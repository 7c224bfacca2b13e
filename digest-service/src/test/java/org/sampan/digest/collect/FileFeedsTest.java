package org.sampan.digest.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sampan.digest.fixture.RunningDigestService;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Condition;
import org.sampan.digest.source.NewSource;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.SourceId;
import org.sampan.digest.source.Validators;

class FileFeedsTest {
    @TempDir
    private Path folder;

    private Path inside;
    private Path secret;

    @BeforeEach
    void lay() throws Exception {
        inside = Files.createDirectories(folder.resolve("feeds")).resolve("harbour.rss");
        Files.writeString(inside, "<rss/>");
        secret = Files.createDirectories(folder.resolve("data")).resolve("admin.token");
        Files.writeString(secret, "secret");
    }

    private FileFeeds feeds(String allowed) {
        Map<String, String> environment = new HashMap<>(RunningDigestService.environment("jdbc:none"));
        environment.put("SAMPAN_DATA", folder.resolve("data").toString());
        environment.put("SAMPAN_COLLECT_FILES", allowed);
        return new FileFeeds(Settings.from(environment));
    }

    private static Source source(Path file, Validators validators) {
        return new Source(
                new SourceId(1),
                new NewSource(file.toUri(), "x", Optional.empty(), Map.of()),
                Condition.UNTRIED,
                validators,
                0);
    }

    @Test
    void fileIsReadAndNotReadAgainUntilItChanges() throws Exception {
        Fetched.Body body = (Fetched.Body) feeds("").fetch(source(inside, Validators.NONE));

        assertThat(body.bytes()).hasSize(6);
        assertThat(feeds("").fetch(source(inside, body.validators()))).isInstanceOf(Fetched.NotModified.class);
        Files.writeString(inside, "<rss></rss>");
        assertThat(feeds("").fetch(source(inside, body.validators()))).isInstanceOf(Fetched.Body.class);
    }

    @Test
    void onlyTheFolderIsReadWhenOneIsSet() throws Exception {
        String allowed = folder.resolve("feeds").toString();
        Path outside = Files.writeString(folder.resolve("other.rss"), "<rss/>");
        Path link = Files.createSymbolicLink(inside.resolveSibling("link.rss"), outside);

        assertThat(feeds(allowed).fetch(source(inside, Validators.NONE))).isInstanceOf(Fetched.Body.class);
        assertThatThrownBy(() -> feeds(allowed).fetch(source(outside, Validators.NONE)))
                .hasMessage("lies outside collect.files, which is " + allowed);
        assertThatThrownBy(() -> feeds(allowed).fetch(source(link, Validators.NONE)))
                .hasMessageContaining("lies outside");
    }

    @Test
    void dataFolderIsNeverReadNotEvenByALink() throws Exception {
        Path link = Files.createSymbolicLink(inside.resolveSibling("token.rss"), secret);

        assertThatThrownBy(() -> feeds("").fetch(source(secret, Validators.NONE)))
                .hasMessageContaining("data folder");
        assertThatThrownBy(() -> feeds("").fetch(source(link, Validators.NONE))).hasMessageContaining("data folder");
    }

    @Test
    void missingFilesFoldersAndDevicesAreSaidToBeSo() {
        assertThatThrownBy(() -> feeds("").fetch(source(folder.resolve("none.rss"), Validators.NONE)))
                .hasMessageStartingWith("there is no file");
        assertThatThrownBy(() -> feeds("").fetch(source(folder.resolve("feeds"), Validators.NONE)))
                .hasMessage("is not a regular file");
        assertThatThrownBy(() -> feeds("").fetch(source(Path.of("/dev/zero"), Validators.NONE)))
                .hasMessage("is not a regular file");
    }
}
