package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names a post for good: 20 lower-case letters and digits. */
public record PostId(@JsonValue String text) {
    private static final Pattern SHAPE = Pattern.compile("[a-z2-7]{20}");

    /** @throws IllegalArgumentException when the text is no post id */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PostId {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a post id");
        }
    }

    public static Optional<PostId> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new PostId(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
