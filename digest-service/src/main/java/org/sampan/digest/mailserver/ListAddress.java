package org.sampan.digest.mailserver;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** A list's full address, in lower case: {@code mekong-news@lists.example}. */
public record ListAddress(@JsonValue String text) {
    private static final Pattern SHAPE = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[^@\\s\\p{Cntrl}]{1,255}");

    /** @throws IllegalArgumentException when the text has not the shape of an address */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ListAddress {
        text = text.toLowerCase(Locale.ROOT);
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("not a list's address");
        }
    }

    public static ListAddress of(String name, String domain) {
        return new ListAddress(name + "@" + domain);
    }

    /** What stands before the @; the list's name in links. */
    public String name() {
        return text.substring(0, text.indexOf('@'));
    }

    /** Where people write to the list's owners. */
    public String ownerAddress() {
        return name() + "-owner" + text.substring(text.indexOf('@'));
    }

    @Override
    public String toString() {
        return text;
    }
}
