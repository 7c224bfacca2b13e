package org.sampan.digest.clipping;

import java.net.URI;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which clippings are wanted: those that fit everything given.
 *
 * @param topic one of the clipping's
 * @param language its main subtag counts: {@code zh} for {@code zh-Hant} too
 * @param source the address of one the clipping was met at
 * @param words as a person types them, of any language; blank: whatever words
 * @param since published then or later
 * @param until published before
 */
public record ClippingFilter(
        Optional<ClippingState> state,
        Optional<Kind> kind,
        Optional<Country> country,
        Optional<Topic> topic,
        Optional<Locale> language,
        Optional<URI> source,
        String words,
        Optional<Instant> since,
        Optional<Instant> until) {
    /** Whatever there is. */
    public static final ClippingFilter ALL = new ClippingFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty());

    public ClippingFilter withState(ClippingState wanted) {
        return new ClippingFilter(Optional.of(wanted), kind, country, topic, language, source, words, since, until);
    }

    public ClippingFilter withKind(Kind wanted) {
        return new ClippingFilter(state, Optional.of(wanted), country, topic, language, source, words, since, until);
    }

    public ClippingFilter withCountry(Country wanted) {
        return new ClippingFilter(state, kind, Optional.of(wanted), topic, language, source, words, since, until);
    }

    public ClippingFilter withTopic(Topic wanted) {
        return new ClippingFilter(state, kind, country, Optional.of(wanted), language, source, words, since, until);
    }

    public ClippingFilter withLanguage(Locale wanted) {
        return new ClippingFilter(state, kind, country, topic, Optional.of(wanted), source, words, since, until);
    }

    public ClippingFilter withWords(String wanted) {
        return new ClippingFilter(state, kind, country, topic, language, source, wanted, since, until);
    }

    public ClippingFilter published(Optional<Instant> from, Optional<Instant> before) {
        return new ClippingFilter(state, kind, country, topic, language, source, words, from, before);
    }
}
