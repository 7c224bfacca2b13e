package org.sampan.console.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** A path and query whose every piece is percent-encoded, whatever stands in it. */
public record RestPath(String text) {

    /** {@code of("lists", "members@lists.example")} is {@code /lists/members%40lists.example}. */
    public static RestPath of(String... segments) {
        return new RestPath(Arrays.stream(segments).map(RestPath::encoded).collect(Collectors.joining("/", "/", "")));
    }

    /** The same with one more query parameter; an empty value adds none. */
    public RestPath with(String name, String value) {
        if (value.isEmpty()) {
            return this;
        }
        return new RestPath(text + (text.contains("?") ? '&' : '?') + encoded(name) + '=' + encoded(value));
    }

    private static String encoded(String piece) {
        return URLEncoder.encode(piece, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
