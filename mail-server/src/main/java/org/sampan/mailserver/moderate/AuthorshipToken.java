package org.sampan.mailserver.moderate;

import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.mailserver.mailinglist.SigningKey;
import org.sampan.mailserver.post.PostId;

/**
 * What is in the link by which an author says "this is from me": which post, until when, signed. Nothing is stored for it; a post is
 * decided about once, so it is good once.
 *
 * @param hour the first of Unix time in which the link is good no more
 */
record AuthorshipToken(PostId post, long hour) {
    private static final byte PURPOSE = 'a';
    private static final int SIGNATURE_BYTES = 16;
    private static final Pattern FORM = Pattern.compile("([a-z2-7]{20})-([0-9a-z]{1,6})-([A-Za-z0-9_-]{22})");
    private static final String BASE32 = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int HOUR_BITS = 24;

    static AuthorshipToken of(PostId post, Instant now, Duration valid) {
        return new AuthorshipToken(
                post, now.plus(valid).getEpochSecond() / Duration.ofHours(1).toSeconds() + 1);
    }

    Instant expiresAt() {
        return Instant.ofEpochSecond(hour * Duration.ofHours(1).toSeconds());
    }

    String text(SigningKey key) {
        byte[] signature = key.sign(PURPOSE, first(), second(), SIGNATURE_BYTES);
        return post + "-" + Long.toString(hour, 36) + "-"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    /** Empty when the text was not made by {@link #text} with this key, or too long ago. */
    static Optional<AuthorshipToken> parse(String text, SigningKey key, Instant now) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        AuthorshipToken token = new AuthorshipToken(new PostId(form.group(1)), Long.parseLong(form.group(2), 36));
        byte[] signature = Base64.getUrlDecoder().decode(form.group(3));
        return key.verifies(PURPOSE, token.first(), token.second(), signature) && now.isBefore(token.expiresAt())
                ? Optional.of(token)
                : Optional.empty();
    }

    /** Sixty of the post's hundred bits; the others and the hour are in the {@link #second}. */
    private long first() {
        return bits(post.text().substring(0, 12));
    }

    private long second() {
        return bits(post.text().substring(12)) << HOUR_BITS | hour & (1 << HOUR_BITS) - 1;
    }

    private static long bits(String base32) {
        return base32.chars().mapToLong(BASE32::indexOf).reduce(0, (bits, each) -> bits << 5 | each);
    }
}
