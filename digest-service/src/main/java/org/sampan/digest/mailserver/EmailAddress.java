package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** One person's address, one line, in lower case. */
public record EmailAddress(@JsonValue String text) {
    private static final int LONGEST = 254;
    private static final Pattern TYPED = Pattern.compile(
            "[^\\s\\p{Cntrl}@<>()\\[\\]\\\\,;:\"]{1,64}@(?:[\\p{L}\\p{M}\\p{N}](?:[\\p{L}\\p{M}\\p{N}-]{0,61}[\\p{L}\\p{M}\\p{N}])?\\.)+[\\p{L}\\p{M}\\p{N}-]{2,63}");

    /** @throws IllegalArgumentException when the text is empty, too long or not one line */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public EmailAddress {
        text = text.toLowerCase(Locale.ROOT);
        if (text.isBlank() || text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("not an address");
        }
    }

    /** What somebody typed into a form; empty unless it is a complete address without a display name. */
    public static Optional<EmailAddress> parse(String typed) {
        String text = typed.strip();
        boolean sound = text.length() <= LONGEST
                && TYPED.matcher(text).matches()
                && !text.startsWith(".")
                && !text.contains("..")
                && !text.contains(".@");
        return sound ? Optional.of(new EmailAddress(text)) : Optional.empty();
    }

    @Override
    public String toString() {
        return text;
    }
}
