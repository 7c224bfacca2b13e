package org.sampan.digest.portal;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.MediaType;

/** The forms in which a feed is had; its address ends in {@code /feed.<extension>}. */
enum FeedForm {
    ATOM("atom", new MediaType("application", "atom+xml", StandardCharsets.UTF_8)),
    RSS("rss", new MediaType("application", "rss+xml", StandardCharsets.UTF_8)),
    JSON("json", new MediaType("application", "feed+json", StandardCharsets.UTF_8));

    private final String extension;
    private final MediaType type;

    FeedForm(String extension, MediaType type) {
        this.extension = extension;
        this.type = type;
    }

    static Optional<FeedForm> of(String extension) {
        return Stream.of(values())
                .filter(form -> form.extension.equals(extension))
                .findFirst();
    }

    String file() {
        return "feed." + extension;
    }

    MediaType type() {
        return type;
    }
}
