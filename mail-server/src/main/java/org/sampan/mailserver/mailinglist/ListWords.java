package org.sampan.mailserver.mailinglist;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The words REST, the lists file and the database use for the choices of a list. */
final class ListWords {
    private ListWords() {}

    static String word(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException naming the setting and what is allowed */
    static <E extends Enum<E>> E choice(Class<E> type, String setting, String word) {
        return Arrays.stream(type.getEnumConstants())
                .filter(it -> word(it).equals(word))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalArgumentException(setting + ": '" + word + "' is none of " + allowed(type)));
    }

    private static String allowed(Class<? extends Enum<?>> type) {
        return Arrays.stream(type.getEnumConstants()).map(ListWords::word).collect(Collectors.joining(", "));
    }
}
