package org.sampan.mailserver.command;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sampan.mailserver.membership.Person;

/** What a mail to {@code -request} asks for. */
sealed interface RequestWord {
    /** What is longer is no such word. */
    int LONGEST = 200;

    /** What can be asked; also the answer to what is not understood. */
    record Help() implements RequestWord {}

    /** To be put on the list. */
    record Join() implements RequestWord {}

    /** To be taken off. */
    record Leave() implements RequestWord {}

    /** How one stands to the list. */
    record WhoAmI() implements RequestWord {}

    /** To be written to in a language: BCP 47. */
    record Language(String tag) implements RequestWord {}

    /** The first of the texts that is understood. */
    static RequestWord in(String... texts) {
        for (String text : texts) {
            Optional<RequestWord> word = parse(text);
            if (word.isPresent()) {
                return word.get();
            }
        }
        return new Help();
    }

    private static Optional<RequestWord> parse(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String words = text.toLowerCase(Locale.ROOT)
                .replaceAll("^((re|fwd?|aw|sv)\\s*:\\s*)+", "")
                .replaceAll("[\\s?.!\"'<>]+", " ")
                .strip();
        return switch (words) {
            case "help", "info" -> Optional.of(new Help());
            case "join", "subscribe" -> Optional.of(new Join());
            case "leave", "unsubscribe", "signoff" -> Optional.of(new Leave());
            case "who am i", "whoami" -> Optional.of(new WhoAmI());
            default -> language(words);
        };
    }

    private static Optional<RequestWord> language(String words) {
        Matcher matcher = Pattern.compile("(?:set )?language ([a-z]{2,3}(?:-[a-z0-9]{1,8})*)")
                .matcher(words);
        return matcher.matches() ? Optional.of(new Language(Person.languageOf(matcher.group(1)))) : Optional.empty();
    }
}
