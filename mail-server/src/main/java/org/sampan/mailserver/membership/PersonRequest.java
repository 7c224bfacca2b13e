package org.sampan.mailserver.membership;

import org.jspecify.annotations.Nullable;

/**
 * A change of a person; what is not named stays. {@code preferences} is taken whole but for its flags that are not named: a
 * {@code pausedUntil} that is missing there ends a pause.
 */
record PersonRequest(
        @Nullable String name,
        @Nullable String organisation,
        @Nullable String country,
        @Nullable String language,
        @Nullable String timezone,
        @Nullable PreferencesAnswer preferences) {
    /** @throws IllegalArgumentException naming the first field that is not sound */
    Person changed(Person person) {
        return new Person(
                person.email(),
                or(name, person.name()),
                or(organisation, person.organisation()),
                or(country, person.country()),
                Person.languageOf(or(language, person.language())),
                MemberWords.timezone(or(timezone, person.timezone())));
    }

    private static String or(@Nullable String text, String otherwise) {
        return text == null ? otherwise : text.strip();
    }
}
