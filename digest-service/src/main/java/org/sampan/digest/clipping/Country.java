package org.sampan.digest.clipping;

import java.util.Locale;
import java.util.Optional;

/** A country by its ISO 3166-1 code of two letters, upper case. */
public record Country(String code) {
    public Country {
        if (!code.matches("[A-Z]{2}")) {
            throw new IllegalArgumentException("not a country code of two letters: " + code);
        }
    }

    public static Optional<Country> of(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        return upper.matches("[A-Z]{2}") ? Optional.of(new Country(upper)) : Optional.empty();
    }

    @Override
    public String toString() {
        return code;
    }
}
