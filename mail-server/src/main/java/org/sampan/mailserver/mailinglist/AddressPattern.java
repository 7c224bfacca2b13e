package org.sampan.mailserver.mailinglist;

import java.util.Locale;

/**
 * An address, or many of them: {@code *} stands for any number of characters, as in {@code *@spam.example} or
 * {@code *@*.spam.example}. There is nothing else to learn, and nothing that takes long to match. Immutable.
 *
 * @param text lower case
 */
public record AddressPattern(String text) {
    /** @throws IllegalArgumentException with a text fit for a person, when this is neither */
    public AddressPattern {
        text = text.strip().toLowerCase(Locale.ROOT);
        boolean meansSomething = text.chars().anyMatch(Character::isLetterOrDigit);
        if (!meansSomething || EmailAddress.parse(text.replace('*', 'x')).isEmpty()) {
            throw new IllegalArgumentException(
                    "not an e-mail address, nor a pattern such as *@spam.example: '" + ListPath.shortened(text) + "'");
        }
    }

    /** That one address. */
    public static AddressPattern of(EmailAddress address) {
        return new AddressPattern(address.key());
    }

    /** Whether the address is one of these, in any case. */
    public boolean matches(EmailAddress address) {
        return new Glob(text).matches(address.key());
    }

    @Override
    public String toString() {
        return text;
    }
}
