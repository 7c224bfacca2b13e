package org.sampan.digest.collect;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.sampan.digest.settings.Settings;
import org.sampan.digest.source.Source;
import org.sampan.digest.source.Validators;

/**
 * Reads {@code file:} feeds: those beneath {@code collect.files} when that is set, else any file the operator has named;
 * never the data folder, where the secrets lie. See decision 0003.
 */
final class FileFeeds {
    private final Optional<Path> allowed;
    private final Path forbidden;

    FileFeeds(Settings settings) {
        this.allowed = settings.collecting().files();
        this.forbidden = settings.dataFolder();
    }

    Fetched fetch(Source source) throws FeedProblem {
        try {
            Path file = permitted(source.url());
            Validators now = validators(file);
            if (now.equals(source.validators())) {
                return new Fetched.NotModified();
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(Feeds.LARGEST + 1);
                if (bytes.length > Feeds.LARGEST) {
                    throw new FeedProblem(Feeds.sizeLimit());
                }
                return new Fetched.Body(bytes, Optional.empty(), now);
            }
        } catch (IOException unreadable) {
            throw new FeedProblem("cannot be read: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Links are followed before judging, so that a link inside the folder cannot lead out of it. */
    private Path permitted(URI url) throws FeedProblem, IOException {
        Path named = Path.of(url.getPath());
        if (!Files.exists(named)) {
            throw new FeedProblem("there is no file " + named);
        }
        Path file = named.toRealPath();
        if (allowed.isPresent() && !file.startsWith(real(allowed.get()))) {
            throw new FeedProblem("lies outside collect.files, which is " + allowed.get());
        }
        if (file.startsWith(real(forbidden))) {
            throw new FeedProblem("lies in the data folder, which is never read as a feed");
        }
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            throw new FeedProblem("is not a regular file");
        }
        return file;
    }

    private static Path real(Path folder) throws IOException {
        return Files.exists(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
    }

    private static Validators validators(Path file) throws IOException {
        return new Validators(
                Optional.of(Long.toString(Files.size(file))),
                Optional.of(Files.getLastModifiedTime(file).toString()));
    }
}
