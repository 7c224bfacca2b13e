package org.sampan.digest.statement;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The network no longer stands by a statement.
 *
 * @param reason in words for readers, in the language of the original
 * @param removed whether its text and files are gone from its page; else they are shown struck through
 * @param told whether those who received it are told by mail
 * @param translations of the reason
 */
public record Withdrawal(
        String by, Instant at, String reason, boolean removed, boolean told, List<Reason> translations) {
    public Withdrawal {
        // Of those kept before there were any, nothing is read.
        translations = translations == null ? List.of() : List.copyOf(translations);
    }

    /** Why, in a language other than the original's. */
    public record Reason(Locale language, String words) {}

    /** In the language of a text; empty where only the original says why. */
    public Optional<Reason> in(Locale language) {
        return translations.stream()
                .filter(it -> it.language().equals(language))
                .findFirst();
    }

    /** For readers of a text: where there is none in its language, the original's. */
    public String reasonFor(Locale language) {
        return in(language).map(Reason::words).orElse(reason);
    }
}
