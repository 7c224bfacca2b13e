package org.sampan.digest.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sampan.digest.settings.BadSettings;
import org.springframework.util.DigestUtils;

/** Style sheets, scripts and images of the pages, all served from here. Immutable. */
public final class Assets {
    static final String HTMX = "classpath:/META-INF/resources/webjars/htmx.org/2.0.10/dist/";

    private static final String PATH = "/assets/";

    private final Path folder;
    private final Map<String, String> versions;

    /** @throws BadSettings when a file of {@code folder} cannot be read */
    Assets(Path folder) {
        this.folder = folder;
        this.versions = versions(folder);
    }

    private static Map<String, String> versions(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.collect(
                    Collectors.toUnmodifiableMap(file -> String.valueOf(file.getFileName()), Assets::hash));
        } catch (IOException e) {
            throw new BadSettings(List.of("cannot read " + folder + ": restore it from the release"));
        }
    }

    private static String hash(Path file) {
        try {
            return DigestUtils.md5DigestAsHex(Files.readAllBytes(file)).substring(0, 8);
        } catch (IOException e) {
            throw new BadSettings(List.of("cannot read " + file + ": restore it from the release"));
        }
    }

    Path folder() {
        return folder;
    }

    /** With a version, so that browsers may keep it until it changes. */
    public String path(String name) {
        return PATH + name + "?v=" + versions.getOrDefault(name, "2.0.10");
    }
}
