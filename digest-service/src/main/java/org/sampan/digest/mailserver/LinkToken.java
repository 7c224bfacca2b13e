package org.sampan.digest.mailserver;

import java.util.Optional;
import java.util.regex.Pattern;

/** The secret at the end of a link in a mail. Whoever knows it may act, so it is never logged. */
public record LinkToken(String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9._~=-]{8,400}");

    /** @throws IllegalArgumentException when the text cannot be a token */
    public LinkToken {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a token");
        }
    }

    /** Empty when the text cannot be a token, for example because a mail program cut or wrapped the link. */
    public static Optional<LinkToken> parse(String text) {
        return SHAPE.matcher(text).matches() ? Optional.of(new LinkToken(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return "LinkToken[…]";
    }
}
