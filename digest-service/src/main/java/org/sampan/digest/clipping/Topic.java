package org.sampan.digest.clipping;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a text is about, by a short name of small letters: {@code wages}, {@code domestic-work}. */
public record Topic(String slug) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** @throws IllegalArgumentException when it is no such name */
    public Topic {
        if (slug.length() > 40 || !FORM.matcher(slug).matches()) {
            throw new IllegalArgumentException("a topic is named by small letters and hyphens, not '" + slug + "'");
        }
    }

    /** Several, with commas between them; empty when one of them is no topic's name. */
    public static Optional<List<Topic>> list(String text) {
        try {
            return Optional.of(Arrays.stream(text.toLowerCase(Locale.ROOT).split(","))
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .distinct()
                    .map(Topic::new)
                    .toList());
        } catch (IllegalArgumentException notATopic) {
            return Optional.empty();
        }
    }
}
